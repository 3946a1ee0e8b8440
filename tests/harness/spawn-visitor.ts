import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface VisitorOptions {
  /** 0: visits once and never leaves. */
  readonly times: number;
  readonly pauseMs: number;
  readonly leaseMs: number;
}

/** A process that visits one host with shared slots, see `visitor-process.ts`. */
export function spawnVisitor(file: string, options: VisitorOptions): ChildProcessByStdio<null, Readable, null> {
  const script = fileURLToPath(new URL('./visitor-process.ts', import.meta.url));
  return spawn(process.execPath, [script, file, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
}
