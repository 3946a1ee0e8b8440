import cron from 'node-cron';

const MINUTE = 60_000;
/** No beat for so long means a machine that slept, a blocked process or a timer that died. */
const SILENCE_MS = 2.5 * MINUTE;
const STUCK_MS = 5 * MINUTE;

// In UTC: in a zone with summer time "every minute" is silent for the hour that comes twice in autumn. And never
// started: in that hour node-cron 4.6 takes the time for an hour earlier (setMilliseconds on an ambiguous local time),
// whatever the zone of the task, so its own timer fires without a pause for an hour and runs nothing.
const MINUTES = cron.createTask('* * * * *', () => undefined, { timezone: 'Etc/UTC' });

export interface MinuteBeatOptions {
  /** One round of planning; never runs beside itself, unless one hangs. */
  readonly tick: () => Promise<void>;
  /** What went wrong with a tick or with the beat. Neither stops the schedule. */
  readonly onError: (error: unknown) => void;
  readonly clock: () => Date;
}

/** Calls `tick` at once and then every minute until it is stopped. What to do in a minute is decided by pure planning. */
export class MinuteBeat {
  readonly #options: MinuteBeatOptions;
  readonly #watchdog: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #running: { readonly promise: Promise<void>; readonly since: number } | null = null;
  #again = false;
  #stopped = false;
  #lastBeat: number;
  #lastTick: Date | null = null;

  constructor(options: MinuteBeatOptions) {
    this.#options = options;
    this.#lastBeat = options.clock().getTime();
    this.#watchdog = setInterval(() => this.#supervise(), MINUTE);
    this.#arm();
    this.#beat();
  }

  /** When a tick last came to a good end; null before the first. */
  get lastTick(): Date | null {
    return this.#lastTick;
  }

  /** Does not wait for the minute. While a tick runs, another one follows it. */
  tickSoon(): void {
    if (this.#running === null) this.#beat();
    else this.#again = true;
  }

  /** Ends the schedule; a tick that is under way is waited for. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#watchdog);
    clearTimeout(this.#timer);
    await this.#running?.promise;
  }

  /** Sets the timer for the next minute; the expression is node-cron's, the timer ours. */
  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const [next] = MINUTES.getNextRuns(1);
    const wait = (next?.getTime() ?? 0) - Date.now();
    this.#timer = setTimeout(
      () => {
        this.#arm();
        this.#beat();
      },
      Math.min(Math.max(wait, 1), MINUTE),
    );
  }

  #beat(): void {
    if (this.#stopped) return;
    const now = this.#options.clock().getTime();
    this.#lastBeat = now;
    if (this.#running !== null) {
      if (now - this.#running.since < STUCK_MS) return;
      this.#options.onError(new Error('a round of planning hangs; going on without it'));
    }
    const promise = this.#tick().finally(() => {
      if (this.#running?.promise !== promise) return;
      this.#running = null;
      if (!this.#again) return;
      this.#again = false;
      this.#beat();
    });
    this.#running = { promise, since: now };
  }

  async #tick(): Promise<void> {
    try {
      await this.#options.tick();
      this.#lastTick = this.#options.clock();
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** The beat is a timer like any other, and timers of schedulers have died unnoticed. */
  #supervise(): void {
    const silence = this.#options.clock().getTime() - this.#lastBeat;
    // A clock that was set back makes no silence; the beat then has to be set to the new time as well.
    if (silence >= -SILENCE_MS && silence < SILENCE_MS) return;
    this.#options.onError(new Error(`no beat for ${Math.round(silence / MINUTE)} minutes; it is started again`));
    this.#arm();
    this.#beat();
  }
}
