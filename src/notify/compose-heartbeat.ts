import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { matchSelectors } from '../domain/match-selector.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import { formatInstant } from './format-instant.ts';
import { nameForPeople, noticeRow } from './notice-row.ts';
import type { NoticeItem, NoticeSection } from './templates/notice-view.ts';
import { clip, visibleText } from './visible-text.ts';

/** How it stands with one document. */
export interface DocumentHealth {
  readonly document: WatchedDocument;
  readonly verifiedUntil: Instant | null;
  readonly consecutiveFailures: number;
  readonly lastChangeAt: Instant | null;
  /** Of the last check, where it failed. */
  readonly reason: string | null;
}

export interface HeartbeatInput {
  readonly subscription: Subscription;
  readonly platforms: readonly Platform[];
  readonly documents: readonly DocumentHealth[];
  /** Messages to anybody that were given up. */
  readonly undeliverable: number;
  /** Of the week: one message per subscription and period, ever. */
  readonly period: string;
  readonly now: Instant;
  /** Right side of the Message-ID. */
  readonly host?: string;
}

const MAX_FAILING = 100;
const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * Says that clausewatch is alive, so that silence means "nothing changed" and not "nobody looked". Null where the
 * subscription takes no document that is switched on.
 */
export function composeHeartbeat(input: HeartbeatInput): OutboxRow | null {
  const { subscription, platforms, period, now, host = '' } = input;
  const documents = input.documents.filter(
    ({ document }) => document.enabled && matchSelectors(subscription.selectors, document),
  );
  if (documents.length === 0) return null;
  const failing = documents.filter(({ consecutiveFailures }) => consecutiveFailures > 0);
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`;
  return noticeRow({
    kind: 'heartbeat',
    occasion: [period],
    view: {
      headline: `Alive: ${count} watched, ${failing.length === 0 ? 'all readable' : `${failing.length} failing`}`,
      intro: ['This mail comes once a week. When it stays away, clausewatch is not running or cannot send mail.'],
      sections: [
        { title: 'How it stands', items: standing(documents, input) },
        ...failingSection(failing, platforms),
        { title: 'To switch it off', items: [{ name: '', lines: [OFF] }] },
      ],
      subscription,
    },
    now,
    host,
  });
}

const OFF = 'Set "heartbeat": "off" under "mail" in config/settings.jsonc.';

function standing(documents: readonly DocumentHealth[], { now, undeliverable }: HeartbeatInput): NoticeItem[] {
  const seen = documents.flatMap(({ verifiedUntil }) => verifiedUntil ?? []).sort();
  const unread = documents.length - seen.length;
  const weekAgo = new Date(Date.parse(now) - WEEK_MS).toISOString();
  const changed = documents.filter(({ lastChangeAt }) => lastChangeAt !== null && lastChangeAt >= weekAgo).length;
  const lines = [
    ...(seen[0] ? [`Every text that was ever read is verified until ${formatInstant(seen[0])} or later.`] : []),
    ...(unread > 0 ? [`Never read so far: ${unread === 1 ? '1 document' : `${unread} documents`}.`] : []),
    `Changed in the last seven days: ${changed === 0 ? 'none' : changed}.`,
    ...(undeliverable > 0 ? [`Messages given up: ${undeliverable}; see npx clausewatch alerts list.`] : []),
  ];
  return lines.map((line) => ({ name: '', lines: [line] }));
}

function failingSection(failing: readonly DocumentHealth[], platforms: readonly Platform[]): NoticeSection[] {
  if (failing.length === 0) return [];
  const items = failing.slice(0, MAX_FAILING).map(({ document, verifiedUntil, consecutiveFailures, reason }) => ({
    name: nameForPeople(document, platforms),
    lines: [
      `${verifiedUntil === null ? 'Never read' : `Last read ${formatInstant(verifiedUntil)}`}; failed checks: ${consecutiveFailures}.`,
      ...(reason === null ? [] : [clip(visibleText(reason), 400)]),
    ],
  }));
  const left = failing.length - items.length;
  return [
    {
      title: 'Cannot be read at the moment',
      items: [...items, ...(left > 0 ? [{ name: '', lines: [`And ${left} more: npx clausewatch status.`] }] : [])],
    },
  ];
}
