import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { matchSelectors } from '../domain/match-selector.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import { formatInstant } from './format-instant.ts';
import { nameForPeople, noticeRow } from './notice-row.ts';
import { clip, visibleText } from './visible-text.ts';

/** A document that people who watch it should know to be unwatched for now. */
interface UnreadableDocument {
  readonly document: WatchedDocument;
  /** When its text was last seen; null when never. */
  readonly verifiedUntil: Instant | null;
  readonly failures: number;
  /** Of the last check: what happened and what to do, and whether something was read that is not the policy. */
  readonly reason: string;
  readonly suspect: boolean;
}

export interface UnreadableInput {
  readonly subscription: Subscription;
  readonly platforms: readonly Platform[];
  readonly documents: readonly UnreadableDocument[];
  readonly now: Instant;
  /** Right side of the Message-ID. */
  readonly host?: string;
}

/**
 * Says once that documents can no longer be read: since when, why, and what to do. Null where the subscription takes
 * none of them. The id depends on when each was last seen, so a document that fails anew later is told anew.
 */
export function composeUnreadable(input: UnreadableInput): OutboxRow | null {
  const { subscription, platforms, now, host = '' } = input;
  const documents = input.documents
    .filter(({ document }) => matchSelectors(subscription.selectors, document))
    .toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const [first] = documents;
  if (!first) return null;
  const headline =
    documents.length === 1
      ? `Cannot be read ${first.verifiedUntil === null ? 'at all' : 'any more'}: ${nameForPeople(first.document, platforms)}`
      : `${documents.length} documents cannot be read`;
  return noticeRow({
    kind: 'unreadable',
    occasion: documents.flatMap(({ document, verifiedUntil }) => [document.id, verifiedUntil ?? '']),
    view: {
      headline,
      intro: [documents.length === 1 ? NOT_WATCHED_ONE : NOT_WATCHED_MANY],
      sections: [
        { title: 'What could not be read', items: documents.map((one) => describe(one, platforms)) },
        { title: 'What you can do', items: adviceFor(documents) },
      ],
      subscription,
    },
    now,
    host,
  });
}

const NOT_WATCHED_ONE =
  'As long as it cannot be read, a change of this document would not be noticed. It is tried again at every check, and you are told once when it is back.';
const NOT_WATCHED_MANY =
  'As long as they cannot be read, a change of these documents would not be noticed. They are tried again at every check, and you are told once when each is back.';

function describe({ document, verifiedUntil, failures, reason }: UnreadableDocument, platforms: readonly Platform[]) {
  const since =
    verifiedUntil === null
      ? `Never read so far, ${failures} checks failed.`
      : `Last read ${formatInstant(verifiedUntil)}; ${failures} checks have failed since.`;
  return { name: nameForPeople(document, platforms), lines: [since, clip(visibleText(reason), 600)] };
}

function adviceFor(documents: readonly UnreadableDocument[]) {
  const [first] = documents;
  const id = documents.length === 1 && first ? first.document.id : 'PLATFORM/DOCUMENT';
  const ways = [
    [
      'Open the address in a browser. Where the document has moved, put its new address into the sources file; where it is gone for good, switch it off there ("enabled": false).',
    ],
    ['To try again at once:', `npx clausewatch check ${id}`],
    ...(documents.some(({ suspect }) => suspect)
      ? [['Where the page is the document after all, take it as it is:', `npx clausewatch accept ${id}`]]
      : []),
  ];
  return ways.map((lines) => ({ name: '', lines }));
}
