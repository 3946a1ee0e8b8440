import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { matchSelectors } from '../domain/match-selector.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import { formatInstant } from './format-instant.ts';
import { nameForPeople, noticeRow } from './notice-row.ts';

/** A document of which people were told that it could not be read. */
interface ReadableDocument {
  readonly document: WatchedDocument;
  readonly toldUnreadableAt: Instant;
  /** When its text was seen again. */
  readonly seenAt: Instant;
}

export interface ReadableAgainInput {
  readonly subscription: Subscription;
  readonly platforms: readonly Platform[];
  readonly documents: readonly ReadableDocument[];
  readonly now: Instant;
  /** Right side of the Message-ID. */
  readonly host?: string;
}

/** Says once that documents are watched again. Null where the subscription takes none of them. */
export function composeReadableAgain(input: ReadableAgainInput): OutboxRow | null {
  const { subscription, platforms, now, host = '' } = input;
  const documents = input.documents
    .filter(({ document }) => matchSelectors(subscription.selectors, document))
    .toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const [first] = documents;
  if (!first) return null;
  return noticeRow({
    kind: 'readable-again',
    occasion: documents.flatMap(({ document, toldUnreadableAt }) => [document.id, toldUnreadableAt]),
    view: {
      headline:
        documents.length === 1
          ? `Can be read again: ${nameForPeople(first.document, platforms)}`
          : `${documents.length} documents can be read again`,
      intro: [COMPARED],
      sections: [
        {
          title: 'Watched again',
          items: documents.map(({ document, toldUnreadableAt, seenAt }) => ({
            name: nameForPeople(document, platforms),
            lines: [
              `Read ${formatInstant(seenAt)}; you were told on ${formatInstant(toldUnreadableAt)} that this failed.`,
            ],
          })),
        },
      ],
      subscription,
    },
    now,
    host,
  });
}

const COMPARED =
  'The text was compared with the one that was last seen. What changed meanwhile in a way you asked for comes, or has come, in a mail of its own.';
