import type { OutboxKind, OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import { messageIdFor } from './message-id.ts';
import { noticeHtml } from './templates/notice-html.ts';
import { noticeText } from './templates/notice-text.ts';
import type { NoticeView } from './templates/notice-view.ts';
import { clip, visibleText } from './visible-text.ts';

const MAX_SUBJECT = 120;

export interface NoticeRowInput {
  readonly kind: OutboxKind;
  /** What makes this message another than the last one of its kind. */
  readonly occasion: readonly string[];
  readonly view: NoticeView;
  readonly now: Instant;
  readonly host: string;
}

/** What every notice about one document is made from. */
export interface DocumentNotice {
  readonly document: WatchedDocument;
  readonly subscription: Subscription;
  readonly platforms: readonly Platform[];
  readonly now: Instant;
  /** Right side of the Message-ID. */
  readonly host?: string;
}

/** A notice as an outbox row: the same occasion and subscription give the same row. */
export function noticeRow({ kind, occasion, view, now, host }: NoticeRowInput): OutboxRow {
  const { subscription } = view;
  const id = stableId(kind, subscription.id, subscription.to.address, ...occasion);
  return {
    id,
    kind,
    subscriptionId: subscription.id,
    changeId: null,
    message: {
      messageId: messageIdFor(id, host),
      to: subscription.to,
      subject: clip(`[clausewatch] ${view.headline}`, MAX_SUBJECT),
      text: noticeText(view),
      html: noticeHtml(view),
      date: now,
    },
    createdAt: now,
  };
}

/** "Quillfeed: Privacy Policy". */
export function nameForPeople(document: WatchedDocument, platforms: readonly Platform[]): string {
  const platform = platforms.find(({ id }) => id === document.platform)?.name ?? document.platform;
  return clip(visibleText(`${platform}: ${document.name}`), 200);
}
