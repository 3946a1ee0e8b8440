import type { OutboxRow } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { formatInstant } from './format-instant.ts';
import { type DocumentNotice, nameForPeople, noticeRow } from './notice-row.ts';
import type { NoticeItem } from './templates/notice-view.ts';
import { clip, visibleText } from './visible-text.ts';

export interface UnreadableInput extends DocumentNotice {
  /** When its text was last seen; null when never. */
  readonly verifiedUntil: Instant | null;
  readonly failures: number;
  /** Of the last check: what happened and what to do. */
  readonly reason: string;
  /** Something was read that is not the policy. */
  readonly suspect: boolean;
}

/**
 * Says once that a document can no longer be read: since when, why, and what to do. The id depends on when it was last
 * seen, so a document that fails anew later is told anew.
 */
export function composeUnreadable(input: UnreadableInput): OutboxRow {
  const { document, verifiedUntil, failures, subscription, platforms, now, host = '' } = input;
  const name = nameForPeople(document, platforms);
  const since =
    verifiedUntil === null
      ? `Never read so far, ${failures} checks failed.`
      : `Last read ${formatInstant(verifiedUntil)}; ${failures} checks have failed since.`;
  const lines = [since, clip(visibleText(input.reason), 600)];
  return noticeRow({
    kind: 'unreadable',
    occasion: [document.id, verifiedUntil ?? ''],
    view: {
      headline: `Cannot be read ${verifiedUntil === null ? 'at all' : 'any more'}: ${name}`,
      intro: [NOT_WATCHED],
      sections: [
        { title: 'What could not be read', items: [{ name, lines }] },
        { title: 'What you can do', items: adviceFor(input) },
      ],
      subscription,
    },
    now,
    host,
  });
}

const NOT_WATCHED =
  'As long as it cannot be read, a change of this document would not be noticed. It is tried again at every check, and you are told once when it is back.';

function adviceFor({ document, suspect }: UnreadableInput): NoticeItem[] {
  const ways = [
    [
      'Open the address in a browser. Where the document has moved, put its new address into the sources file; where it is gone for good, switch it off there ("enabled": false).',
    ],
    ['To try again at once:', `npx clausewatch check ${document.id}`],
    ...(suspect
      ? [['Where the page is the document after all, take it as it is:', `npx clausewatch accept ${document.id}`]]
      : []),
  ];
  return ways.map((lines) => ({ name: '', lines }));
}
