import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { planCanary } from '../../schedule/plan-canary.ts';
import type { DaemonHealth } from '../../web/judge-readiness.ts';
import type { WatchMetrics } from '../../web/watch-metrics.ts';

export interface CanaryPorts {
  readonly clock: () => Date;
  readonly log: Logger;
  readonly metrics: WatchMetrics;
  /** The whole way of the canary document; rejects with what went wrong. */
  readonly run: (config: Config) => Promise<void>;
}

/** Proves at the start and daily that a change would be noticed, and is loud when it would not. */
export class Canary {
  readonly #ports: CanaryPorts;
  #last: { readonly at: number; readonly passed: boolean } | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;
  #health: DaemonHealth['canary'] = { passedAt: null, problem: null };

  constructor(ports: CanaryPorts) {
    this.#ports = ports;
  }

  get health(): DaemonHealth['canary'] {
    return this.#health;
  }

  /** Begins a run when one is due; does not wait for it. */
  tick(config: Config): void {
    if (this.#running !== null || this.#stopped || !planCanary(this.#last, this.#ports.clock().getTime())) return;
    this.#running = this.#run(config).finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(config: Config): Promise<void> {
    const { clock, log, metrics, run } = this.#ports;
    const problem = await run(config).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    // A run that was cut short by the end says nothing.
    if (this.#stopped) return;
    const now = clock();
    this.#last = { at: now.getTime(), passed: problem === null };
    this.#health = { passedAt: problem === null ? now : this.#health.passedAt, problem };
    metrics.canary({ up: problem === null, passedAt: this.#health.passedAt });
    if (problem === null) log.info('canary passed: a change would be noticed');
    else log.error({ problem }, 'CANARY FAILED: a change of a document might not be noticed');
  }
}
