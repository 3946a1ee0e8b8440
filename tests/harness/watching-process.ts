import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { startClausewatch } from './run-clausewatch.ts';

export interface LogLine {
  readonly msg?: string;
  readonly [field: string]: unknown;
}

export interface WatchOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lets the clock be moved on with `sleepHours`; it starts that many hours ahead. */
  readonly hoursAhead?: number;
}

/** `clausewatch watch` as a process of its own, with its log. It is gone when the test ends. */
export class WatchingProcess {
  readonly #child;
  readonly #lines: LogLine[] = [];
  readonly #waiting = new Set<() => void>();
  /** Everything it wrote before it logged, such as an error. */
  complaints = '';
  #ended = false;
  #from = 0;

  constructor({ cwd, env = {}, hoursAhead }: WatchOptions) {
    const clock = import.meta.resolve('./shifted-clock.ts');
    const shifted = { NODE_OPTIONS: `--import ${clock}`, TEST_HOURS_AHEAD: String(hoursAhead) };
    this.#child = startClausewatch(['watch'], { cwd, env: { ...env, ...(hoursAhead === undefined ? {} : shifted) } });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
    this.#child.stdout.resume();
    createInterface({ input: this.#child.stderr }).on('line', (line) => this.#hear(line));
    this.#child.on('close', () => {
      this.#ended = true;
      for (const wake of this.#waiting) wake();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** All that was logged so far. */
  get log(): readonly LogLine[] {
    return this.#lines;
  }

  /** The next line of that kind after the last one that was waited for. Fails when the process ends without one. */
  async heard(matches: (line: LogLine) => boolean): Promise<LogLine> {
    for (;;) {
      for (; this.#from < this.#lines.length; this.#from++) {
        const line = this.#lines[this.#from] as LogLine;
        if (!matches(line)) continue;
        this.#from += 1;
        return line;
      }
      if (this.#ended) throw new Error(`it ended without that line: ${JSON.stringify(this.#lines)}${this.complaints}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      this.#waiting.clear();
    }
  }

  /** The clock jumps, as after a sleep of the machine, and a round is planned at once. */
  async sleepHours(hours: number): Promise<void> {
    for (let hour = 0; hour < hours; hour++) {
      this.#child.kill('SIGUSR2');
      await this.heard(({ clock }) => clock !== undefined);
    }
    this.#child.kill('SIGHUP');
    await this.heard(({ msg }) => msg === 'configuration reloaded');
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Sends the signal and gives the exit status (null when it was killed) and how long that took in milliseconds. */
  async end(name: NodeJS.Signals): Promise<{ readonly status: number | null; readonly ms: number }> {
    const start = performance.now();
    if (this.#child.exitCode === null) this.#child.kill(name);
    if (!this.#ended) await once(this.#child, 'close');
    return { status: this.#child.exitCode, ms: performance.now() - start };
  }

  /** Waits until it has ended by itself. */
  async ended(): Promise<number | null> {
    if (!this.#ended) await once(this.#child, 'close');
    return this.#child.exitCode;
  }

  #hear(line: string): void {
    try {
      this.#lines.push(JSON.parse(line) as LogLine);
    } catch {
      this.complaints += `${line}\n`;
    }
    for (const wake of this.#waiting) wake();
  }
}
