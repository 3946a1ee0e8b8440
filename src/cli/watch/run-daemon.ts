import { setTimeout as delay } from 'node:timers/promises';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { takeWatchLock } from '../../schedule/watch-lock.ts';
import { Daemon, type DaemonOptions } from './daemon.ts';

export interface RunDaemonOptions extends DaemonOptions {
  /** Calls the listener when somebody wants the configuration to be read again; returns how to listen no more. */
  readonly onReload: (listener: () => void) => () => void;
}

/** Shorter than the ten seconds that people and service managers are promised. */
const GRACE_MS = 8_000;

/**
 * The daemon, until its signal. Throws `watch_running` when the archive has one already, and what is wrong with
 * configuration, archive or port at the start. False when something did not end in time and has to be ended with the
 * process: nothing is lost by that, the next start goes on where this one was.
 */
export async function runDaemon(options: RunDaemonOptions): Promise<boolean> {
  const { archiveDir, log, signal } = options;
  const lock = takeWatchLock(archiveDir);
  if (lock === null) {
    throw new ClausewatchError(
      'watch_running',
      `Another "clausewatch watch" works on the archive ${archiveDir}; every other command works beside it.`,
    );
  }
  const starting = Daemon.start(options);
  const reloads = followReloads(options, starting);
  try {
    const daemon = await starting;
    await aborted(signal);
    log.info('stopping');
    const stopping = reloads.stop().then(() => daemon.stop());
    const inTime = await Promise.race([stopping.then(() => true), delay(GRACE_MS, false, { ref: false })]);
    if (inTime) log.info('stopped');
    else log.warn('something did not end in time; it is taken up again at the next start');
    return inTime;
  } finally {
    reloads.end();
    lock.release();
  }
}

/** One reload after the other; one that fails is reported and changes nothing. */
function followReloads({ onReload, log }: RunDaemonOptions, starting: Promise<Daemon>) {
  let last: Promise<void> = Promise.resolve();
  // From the first moment on: to a process that does not listen, the signal is the end.
  const end = onReload(() => {
    last = last
      .then(async () => (await starting).reload())
      .catch((error: unknown) => {
        const known = error instanceof ClausewatchError;
        const fields = known ? { code: error.code, problem: error.message } : { err: error };
        log.error(fields, 'the configuration was not reloaded; the one before stays');
      });
  });
  return {
    end,
    stop: async () => {
      end();
      await last;
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
