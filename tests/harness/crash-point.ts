import fs, { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';

// Loaded into a child process before the program (`--import`), by `crash.ts`: counts the moments at which what is on the
// disk changes, before and after each, and ends the process at the one that is asked for as a power cut would: at once.
const { CRASH_AT, CRASH_COUNT_FILE } = process.env;
let passed = 0;

function pass(): void {
  passed += 1;
  if (passed === Number(CRASH_AT)) process.kill(process.pid, 'SIGKILL');
}

/** The same function, with a point before and one after each call that counts. */
function between<Args extends unknown[], Result>(
  work: (this: unknown, ...args: Args) => Result,
  counts: (...args: Args) => boolean,
): (this: unknown, ...args: Args) => Result {
  return function (...args) {
    if (!counts(...args)) return work.apply(this, args);
    pass();
    const result = work.apply(this, args);
    pass();
    return result;
  };
}

// Only the command itself: not the process that reads pages for it.
if (isMainThread && process.argv[1]?.endsWith('clausewatch.js')) {
  fs.writeFileSync = between(fs.writeFileSync, () => true);
  fs.renameSync = between(fs.renameSync, () => true);
  fs.rmSync = between(fs.rmSync, () => true);
  syncBuiltinESMExports();
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = between(exec, (sql) => sql === 'COMMIT');
  if (CRASH_COUNT_FILE !== undefined) {
    const write = writeFileSync;
    process.on('exit', () => {
      const points = passed;
      write(CRASH_COUNT_FILE, String(points));
    });
  }
}
