import type { OutboxEntry } from '../domain/alert.ts';
import type { Mailer, SendOutcome } from './mailer.ts';
import type { Outbox } from './outbox.ts';
import { planRedelivery } from './plan-redelivery.ts';

export interface DeliverOptions {
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  /** Distinguishes this process from others that deliver from the same outbox. */
  readonly owner: string;
  readonly clock: () => Date;
  /** After that many hours in the queue a message that cannot be handed over is given up. */
  readonly maxAgeHours: number;
  /** Messages handed over at the same time, 5 unless told. */
  readonly limit?: number;
  /** Nothing more is begun once it aborts; what is being handed over is settled. */
  readonly signal?: AbortSignal;
  /** In [0, 1), spreads repeated attempts. */
  readonly random?: () => number;
}

interface DeliveredRow {
  readonly outcome: 'delivered';
  readonly answer: string;
}

interface FailedRow {
  readonly outcome: 'retried' | 'dead';
  readonly code: string;
  readonly error: string;
}

/** One message and what became of it. Subjects and answers come from outside: escape them where they are shown. */
type DeliveryRow = { readonly id: string; readonly to: string; readonly subject: string } & (DeliveredRow | FailedRow);

export interface DeliverySummary {
  readonly delivered: number;
  readonly retried: number;
  readonly dead: number;
  readonly rows: readonly DeliveryRow[];
}

const DEFAULT_LIMIT = 5;
/** Longer than a mailer may take: nobody else sends a message that is still on its way. */
const CLAIM_MS = 10 * 60_000;

/**
 * Hands over everything that is due. A row is settled only after the mailer's answer: what a crash interrupts is sent
 * again, with the same Message-ID. What the receiving end does to one message is no matter to the others; only a
 * failing outbox throws.
 */
export async function deliverDue(options: DeliverOptions): Promise<DeliverySummary> {
  const { outbox, owner, clock, limit = DEFAULT_LIMIT, signal } = options;
  const rows: DeliveryRow[] = [];
  while (!signal?.aborted) {
    const now = clock();
    const until = new Date(now.getTime() + CLAIM_MS).toISOString();
    const claimed = await outbox.claimDue({ owner, now: now.toISOString(), until, limit });
    if (claimed.length === 0) break;
    rows.push(...(await Promise.all(claimed.map((entry) => deliver(entry, options)))));
  }
  const count = (outcome: DeliveryRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return { delivered: count('delivered'), retried: count('retried'), dead: count('dead'), rows };
}

async function deliver(entry: OutboxEntry, options: DeliverOptions): Promise<DeliveryRow> {
  const { outbox, mailer, clock } = options;
  const row = { id: entry.id, to: entry.message.to.address, subject: entry.message.subject };
  const outcome = await sendSafely(mailer, entry);
  if (outcome.kind === 'sent') {
    const { answer } = outcome;
    await outbox.settle(entry.id, { kind: 'delivered', at: clock().toISOString(), answer });
    return { ...row, outcome: 'delivered', answer };
  }
  const { code } = outcome;
  const error = `${code}: ${outcome.error}`;
  const plan = outcome.kind === 'permanent' ? ({ kind: 'dead' } as const) : planFor(entry, options);
  if (plan.kind === 'dead') {
    await outbox.settle(entry.id, { kind: 'dead', error });
    return { ...row, outcome: 'dead', code, error };
  }
  await outbox.settle(entry.id, { kind: 'retry', nextAttemptAt: plan.at, error });
  return { ...row, outcome: 'retried', code, error };
}

function planFor(entry: OutboxEntry, { clock, maxAgeHours, random = Math.random }: DeliverOptions) {
  return planRedelivery({
    attempts: entry.attempts + 1,
    firstQueuedAt: entry.queuedAt,
    now: clock(),
    maxAgeMs: maxAgeHours * 3_600_000,
    random: random(),
  });
}

/** A mailer that throws breaks its promise; its message is kept and the others go on. */
async function sendSafely(mailer: Mailer, { message }: OutboxEntry): Promise<SendOutcome> {
  try {
    return await mailer.send(message);
  } catch (cause) {
    return {
      kind: 'passing',
      code: 'mail_internal_error',
      error: cause instanceof Error ? cause.message : String(cause),
    };
  }
}
