import { environment } from '../config/environment.ts';
import { runCli } from './run-cli.ts';

const stop = new AbortController();
// The first signal asks, the second one insists: a person must always be able to leave.
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => (stop.signal.aborted ? process.exit(name === 'SIGINT' ? 130 : 143) : stop.abort(name)));
}
// `clausewatch history | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: environment,
  colour: process.stdout.isTTY === true && !environment.NO_COLOR,
  progress: process.stderr.isTTY === true,
  width: process.stdout.columns ?? 100,
  clock: () => new Date(),
  signal: stop.signal,
  onReload: (listener) => {
    // On Windows it means that the console was closed.
    if (process.platform === 'win32') return () => undefined;
    process.on('SIGHUP', listener);
    return () => process.off('SIGHUP', listener);
  },
});
