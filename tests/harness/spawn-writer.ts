import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A process that records into the archive in `dir`, see `writer-process.ts`. */
export function spawnWriter(dir: string, times: number): ChildProcessByStdio<null, Readable, null> {
  const script = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
  return spawn(process.execPath, [script, dir, String(times)], { stdio: ['ignore', 'pipe', 'inherit'] });
}
