import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How it stands, as numbers of the newest round. Instants as ISO 8601 text. */
export interface MetricsSnapshot {
  readonly documents: readonly {
    readonly documentId: string;
    readonly verifiedUntil: string | null;
    readonly consecutiveFailures: number;
  }[];
  readonly outbox: { readonly queued: number; readonly dead: number; readonly oldest: string | null };
  readonly lastTick: Date;
}

// From a 304 in milliseconds to a browser page that takes its whole budget.
const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** What the daemon counts, for Prometheus. Nothing here asks the archive: a scrape costs no more than printing. */
export class WatchMetrics {
  readonly #registry = new Registry();
  readonly #checks = this.#counter('checks_total', 'Checks by outcome', 'outcome');
  readonly #faults = this.#counter('check_faults_total', 'Checks that ended by a fault of ours and were not recorded');
  readonly #changes = this.#counter('changes_total', 'Changes by topic; "none" where they are about neither', 'topic');
  readonly #queued = this.#gauge('outbox_queued', 'Messages waiting to be delivered');
  readonly #dead = this.#gauge('outbox_dead', 'Messages given up');
  readonly #lastTick = this.#gauge('last_tick_timestamp_seconds', 'When a round of planning last came to a good end');
  readonly #canary = this.#gauge('canary_up', '1 while the canary document is found to change, 0 when it failed');
  readonly #canaryAt = this.#gauge('canary_last_success_timestamp_seconds', 'When the canary document last passed');
  readonly #lastSuccess = this.#gauge('document_last_success_timestamp_seconds', 'When it was last read', 'document');
  readonly #failures = this.#gauge('document_consecutive_failures', 'Failed checks since it was last read', 'document');
  readonly #fetches = new Histogram({
    name: 'clausewatch_fetch_seconds',
    help: 'Time to fetch a document, waiting for its turn at the host included',
    labelNames: ['result'],
    buckets: SECONDS,
    registers: [this.#registry],
  });

  constructor(clock: () => Date) {
    const oldest = new Gauge({
      name: 'clausewatch_outbox_oldest_age_seconds',
      help: 'Age of the oldest message waiting to be delivered, 0 when none waits',
      registers: [this.#registry],
      collect: () => {
        const age = this.#oldest === null ? 0 : (clock().getTime() - Date.parse(this.#oldest)) / 1000;
        oldest.set(Math.max(0, age));
      },
    });
  }

  #oldest: string | null = null;

  checked(outcome: string): void {
    this.#checks.inc({ outcome });
  }

  faulted(): void {
    this.#faults.inc();
  }

  changed(topics: readonly string[]): void {
    for (const topic of topics.length === 0 ? ['none'] : topics) this.#changes.inc({ topic });
  }

  fetched(result: string, ms: number): void {
    this.#fetches.observe({ result }, ms / 1000);
  }

  canary({ up, passedAt }: { readonly up: boolean; readonly passedAt: Date | null }): void {
    this.#canary.set(up ? 1 : 0);
    if (passedAt !== null) this.#canaryAt.set(passedAt.getTime() / 1000);
  }

  /** Replaces what was known of documents: those no longer watched leave. */
  update({ documents, outbox, lastTick }: MetricsSnapshot): void {
    this.#lastSuccess.reset();
    this.#failures.reset();
    for (const { documentId: document, verifiedUntil, consecutiveFailures } of documents) {
      if (verifiedUntil !== null) this.#lastSuccess.set({ document }, Date.parse(verifiedUntil) / 1000);
      this.#failures.set({ document }, consecutiveFailures);
    }
    this.#queued.set(outbox.queued);
    this.#dead.set(outbox.dead);
    this.#oldest = outbox.oldest;
    this.#lastTick.set(lastTick.getTime() / 1000);
  }

  /** Prometheus text format, version 0.0.4. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #counter(name: string, help: string, label?: string): Counter {
    const labelNames = label === undefined ? [] : [label];
    return new Counter({ name: `clausewatch_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, label?: string): Gauge {
    const labelNames = label === undefined ? [] : [label];
    return new Gauge({ name: `clausewatch_${name}`, help, labelNames, registers: [this.#registry] });
  }
}
