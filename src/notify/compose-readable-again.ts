import type { OutboxRow } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { formatInstant } from './format-instant.ts';
import { type DocumentNotice, nameForPeople, noticeRow } from './notice-row.ts';

export interface ReadableAgainInput extends DocumentNotice {
  readonly toldUnreadableAt: Instant;
}

/** Says once that a document, of which people were told that it could not be read, is watched again. */
export function composeReadableAgain(input: ReadableAgainInput): OutboxRow {
  const { document, toldUnreadableAt, subscription, platforms, now, host = '' } = input;
  const name = nameForPeople(document, platforms);
  const told = `Read ${formatInstant(now)}; you were told on ${formatInstant(toldUnreadableAt)} that this failed.`;
  return noticeRow({
    kind: 'readable-again',
    occasion: [document.id, toldUnreadableAt],
    view: {
      headline: `Can be read again: ${name}`,
      intro: [COMPARED],
      sections: [{ title: 'Watched again', items: [{ name, lines: [told] }] }],
      subscription,
    },
    now,
    host,
  });
}

const COMPARED =
  'The text was compared with the one that was last seen. What changed meanwhile in a way you asked for comes, or has come, in a mail of its own.';
