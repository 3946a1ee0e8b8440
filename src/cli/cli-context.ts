import type { Readable, Writable } from 'node:stream';

/** Everything a verb may touch outside the archive: so that a test can run one without a process. */
export interface CliContext {
  readonly stdin: Readable;
  /** Data. */
  readonly stdout: Writable;
  /** Log, progress and complaints. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Colour on stdout: a terminal, and NO_COLOR unset. */
  readonly colour: boolean;
  /** A person watches stderr. */
  readonly progress: boolean;
  /** Columns of stdout. */
  readonly width: number;
  readonly clock: () => Date;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Calls the listener on SIGHUP, which ends a process that does not listen; returns how to listen no more. */
  readonly onReload?: (listener: () => void) => () => void;
}

/** Exit statuses of docs/reference/commands.md. */
export const EXIT = { ok: 0, differs: 1, usage: 2, incomplete: 3 } as const;
