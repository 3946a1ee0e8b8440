import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { CheckReport } from '../../src/pipeline.ts';
import { cpuMs, descendants, endedChildrenCpuMs } from '../bench-processes.ts';
import { readCorpus, type Step } from './corpus.ts';
import type { Look, WalkOrder } from './walk-messages.ts';

// Started by replay.ts as a process of its own, so that it can be killed. What it has done stands in the archive and in
// `progress.json`; a new start goes on with the step it was in.

const order = JSON.parse(process.argv[2] ?? '{}') as WalkOrder;
const steps = readCorpus(order);
const progressFile = join(order.dir, 'progress.json');
let now = 0;

function cpuSoFar(): number {
  const children = descendants(process.pid).reduce((sum, pid) => sum + cpuMs(pid), 0);
  return cpuMs(process.pid) + children + endedChildrenCpuMs();
}

/** The web shows that file at the document's address from now on. */
async function show(slug: string, file: string): Promise<void> {
  process.send?.({ kind: 'show', slug, file });
  await once(process, 'message');
}

async function look(app: App, { slug, n, at: stepAt }: Step, file: string, at: number): Promise<boolean> {
  await show(slug, file);
  now = at;
  const [before, started] = [cpuSoFar(), performance.now()];
  const document = app.config.documents.find(({ id }) => id === `plumbago/${slug}`);
  if (!document) throw new Error(`${slug} is not configured`);
  const { reports } = await app.check([document]);
  const ms = performance.now() - started;
  const cost = { ms, cpuMs: cpuSoFar() - before };
  const kinds = (await app.outbox.list(['queued'])).map(({ kind }) => kind);
  const messages = {
    alerts: kinds.filter((kind) => kind === 'alert').length,
    incidents: kinds.filter((kind) => kind === 'unreadable' || kind === 'readable-again').length,
  };
  await app.deliver();
  const found: Look = { slug, n, stepAt, at, ...cost, reports: reports.map(summary), ...messages };
  process.send?.({ kind: 'look', look: found });
  return reports.some(({ awaits }) => awaits);
}

function summary({ check, change }: CheckReport): Look['reports'][number] {
  return { outcome: check.outcome, code: check.code, changeId: change?.id ?? null };
}

const config = await loadConfig({ dir: join(order.dir, 'config'), env: { SMTP_URL: order.smtpUrl } });
const archiveDir = join(order.dir, 'snapshots');
const app = await openApp({ config, archiveDir, clock: () => new Date(now), owner: 'replay' });
const { confirmAfterMs } = config.settings.schedule;
const begin = existsSync(progressFile) ? (JSON.parse(readFileSync(progressFile, 'utf8')) as number) : 0;

for (const [index, step] of steps.entries()) {
  if (index < begin) continue;
  const awaits = await look(app, step, step.file, step.at);
  if (awaits) await look(app, step, step.secondFile, step.at + confirmAfterMs);
  writeFileSync(`${progressFile}.part`, JSON.stringify(index + 1));
  renameSync(`${progressFile}.part`, progressFile);
}
// What a killed process was just handing over is held by it for ten minutes.
now += 3_600_000;
await app.deliver();
await app.close();
process.disconnect?.();
