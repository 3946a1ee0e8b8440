import type { CliContext } from './cli-context.ts';

export interface Progress {
  /** One more is done. */
  step(): void;
  /** A line that stays, above the moving one. */
  note(line: string): void;
  end(): void;
}

/** How often a moving line is drawn: more would only cost time. */
const DRAW_MS = 100;
/** How often lines tell of it where nobody watches: rarely enough for a log. */
const LOG_MS = 15_000;

/** Tells of long work on stderr: on a terminal one line that moves, elsewhere a plain line now and then. */
export function startProgress(
  what: string,
  total: number,
  { stderr, progress, clock }: Pick<CliContext, 'stderr' | 'progress' | 'clock'>,
): Progress {
  const started = clock().getTime();
  let done = 0;
  let drawn = started;
  const clear = (): void => {
    if (progress) stderr.write('\r\u001b[2K');
  };
  const draw = (): void => {
    const line = describeProgress(what, { done, total, ms: clock().getTime() - started });
    stderr.write(progress ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  return {
    step: () => {
      done += 1;
      const now = clock().getTime();
      if (now - drawn < (progress ? DRAW_MS : LOG_MS)) return;
      drawn = now;
      draw();
    },
    note: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    end: clear,
  };
}

/** "importing 1,234 of 5,871 versions, 45 per second, 1 min 43 s left". */
function describeProgress(
  what: string,
  { done, total, ms }: { readonly done: number; readonly total: number; readonly ms: number },
): string {
  const rate = ms > 0 ? (done * 1000) / ms : 0;
  const count = (n: number): string => n.toLocaleString('en');
  const left =
    rate > 0 ? `, ${rate.toFixed(rate < 10 ? 1 : 0)} per second, ${duration((total - done) / rate)} left` : '';
  return `${what}: ${count(done)} of ${count(total)}${left}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
