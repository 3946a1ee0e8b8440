import type { OutboxEntry } from '../domain/alert.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import { maskAddress } from '../domain/mask-address.ts';
import { formatInstant } from './format-table.ts';

export const ENTRY_HEAD = ['ID', 'STATE', 'KIND', 'TO', 'CREATED', 'ATTEMPTS', 'SUBJECT', 'LAST ERROR'];

/** A row of the outbox without the address: in lists, logs and pictures it is masked. */
export function entryCells(entry: OutboxEntry): string[] {
  return [
    entry.id,
    entry.state,
    entry.kind,
    shownAddress(entry),
    formatInstant(entry.createdAt),
    String(entry.attempts),
    escapeTerminal(entry.message.subject),
    escapeTerminal(withoutAddress(entry.lastError ?? '', entry)),
  ];
}

/** The same for programs, without text. */
export function entrySummary(entry: OutboxEntry): Record<string, unknown> {
  const { message, lastError, ...rest } = entry;
  const { messageId, subject } = message;
  return {
    ...rest,
    to: shownAddress(entry),
    subject,
    messageId,
    lastError: lastError === null ? null : withoutAddress(lastError, entry),
  };
}

/** One message as a person reads it; `full` shows to whom it goes. */
export function describeEntry(entry: OutboxEntry, full: boolean): string {
  const { message, state, attempts, lastError } = entry;
  const { to } = message;
  const clean = (text: string): string => (full ? text : withoutAddress(text, entry));
  const next = state === 'queued' ? `, next ${formatInstant(entry.nextAttemptAt)}` : '';
  const delivered = entry.deliveredAt === null ? '' : `, ${formatInstant(entry.deliveredAt)}`;
  const lines = [
    `Id:         ${entry.id}`,
    `State:      ${state}${delivered}`,
    `Attempts:   ${attempts}${next}`,
    ...(lastError === null ? [] : [`Last error: ${escapeTerminal(clean(lastError))}`]),
    `Message-ID: <${escapeTerminal(message.messageId)}>`,
    `Date:       ${formatInstant(message.date)}`,
    `To:         ${full && to.address !== '' ? escapeTerminal(`${to.name} <${to.address}>`.trim()) : shownAddress(entry)}`,
    `Subject:    ${escapeTerminal(clean(message.subject))}`,
  ];
  return `${lines.join('\n')}\n\n${escapeLines(clean(message.text))}\n`;
}

/** Texts and answers of servers repeat the address. */
export function withoutAddress(text: string, { message }: Pick<OutboxEntry, 'message'>): string {
  const { address } = message.to;
  if (address === '') return text;
  return text.replace(new RegExp(RegExp.escape(address), 'giu'), maskAddress(address));
}

function escapeLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => escapeTerminal(line))
    .join('\n');
}

function shownAddress({ message }: Pick<OutboxEntry, 'message'>): string {
  return message.to.address === '' ? '(forgotten)' : escapeTerminal(maskAddress(message.to.address));
}
