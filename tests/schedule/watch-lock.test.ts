import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { takeWatchLock } from '../../src/schedule/watch-lock.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const MODULE = pathToFileURL('src/schedule/watch-lock.ts').href;

it('has one holder at a time, of whatever process, and ends with it', async () => {
  const dir = join(temporaryFolder(), 'archive');
  const script = `import { takeWatchLock } from '${MODULE}';
    console.log(takeWatchLock(${JSON.stringify(dir)}) === null ? 'refused' : 'held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said).trim()).toBe('held');
  expect(takeWatchLock(dir)).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'close');
  const lock = takeWatchLock(dir);
  expect(lock).not.toBeNull();
  expect(takeWatchLock(dir)).toBeNull();
  lock?.release();
  takeWatchLock(dir)?.release();
});

it('is one per archive', () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()].map(takeWatchLock);
  expect(first).not.toBeNull();
  expect(second).not.toBeNull();
  first?.release();
  second?.release();
});
