import type { Logger } from 'pino';
import { maskAddress } from '../../domain/mask-address.ts';
import type { DeliverySummary } from '../../notify/deliver-outbox.ts';
import type { CheckReport } from '../../pipeline.ts';

export function logReport(log: Logger, { check, change }: CheckReport): void {
  const { documentId, outcome, code, message, ms } = check;
  const fields = { document: documentId, outcome, ms, ...(code ? { code } : {}) };
  if (outcome === 'failed' || outcome === 'suspect') log.warn(fields, message ?? outcome);
  else if (change) {
    const { topics, severity } = change.classification;
    log.info({ ...fields, topics, severity }, outcome);
  } else log.info(fields, outcome);
}

export function logDelivery(log: Logger, { delivered, rows }: DeliverySummary): void {
  if (delivered > 0) log.info({ delivered }, 'messages delivered');
  for (const row of rows) {
    if (row.outcome === 'delivered') continue;
    // Mail servers repeat the address they refuse.
    const error = row.error.replaceAll(new RegExp(RegExp.escape(row.to), 'gi'), maskAddress(row.to));
    log.warn({ message: row.id, subject: row.subject, code: row.code, error }, `message ${row.outcome}`);
  }
}
