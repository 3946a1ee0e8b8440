import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { DeliverySummary } from '../notify/deliver-outbox.ts';

/** What became of the queue, for people; "" when there was nothing to deliver. */
export function describeDelivery(summary: DeliverySummary, target: string): string {
  const lines: string[] = [];
  if (summary.delivered > 0) lines.push(`${summary.delivered} ${plural(summary.delivered)} delivered to ${target}`);
  for (const row of summary.rows) {
    if (row.outcome === 'delivered') lines.push(`  ${escapeTerminal(row.subject)} → ${escapeTerminal(row.answer)}`);
    else lines.push(`  not delivered (${row.outcome}): ${escapeTerminal(row.subject)}: ${escapeTerminal(row.error)}`);
  }
  return lines.join('\n');
}

function plural(count: number): string {
  return count === 1 ? 'message' : 'messages';
}
