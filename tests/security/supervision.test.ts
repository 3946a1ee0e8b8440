import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { planDue } from '../../src/schedule/plan-due.ts';
import { startLoopbackWeb } from '../harness/loopback-web.ts';
import { policyPage } from '../harness/policy-page.ts';
import { runClausewatch, startClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { watchedApp } from './watched-app.ts';

const ZONES = ['Mars/Olympus', '', 'UTC+25', '+01:00', 'Europe/Berlin; DROP', '../etc/localtime', '\u0000'];

it('planning survives every entry: a bad one harms itself only', () => {
  const good = { documentId: 'a/good', everyMs: 3_600_000, lastCheckAt: null };
  const bad = [Number.NaN, 0, -1, 0.5, Number.POSITIVE_INFINITY].map((everyMs, at) => ({
    ...good,
    documentId: `a/${at}`,
    everyMs,
  }));
  const { due, faulty } = planDue(Date.now(), [...bad, good]);
  expect(due.map(({ documentId }) => documentId)).toEqual(['a/good']);
  expect(faulty).toHaveLength(bad.length);
});

it('a check that throws harms its document only, and its error is told', async () => {
  const failed: string[] = [];
  const { app } = await watchedApp({
    pages: { one: { body: policyPage() }, two: { body: policyPage() }, three: { body: policyPage() } },
    wrapFetcher: (inner) => ({
      fetch: (request) =>
        request.documentId.endsWith('two') ? Promise.reject(new Error('a bug')) : inner.fetch(request),
      close: () => inner.close(),
    }),
  });
  const { reports } = await app.check(app.config.documents, {
    onError: (id, error) => failed.push(`${id}: ${error}`),
  });
  expect(reports.map(({ check }) => check.documentId).toSorted()).toEqual(['plumbago/one', 'plumbago/three']);
  expect(failed).toEqual(['plumbago/two: Error: a bug']);
});

it('a bad time zone never reaches the daemon: refused at the start, and at a reload the daemon goes on; its last tick and its canary are exposed', async () => {
  const cwd = temporaryFolder();
  const web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }]);
  const file = join(cwd, 'config', 'settings.jsonc');
  const settings = JSON.parse(await readFile(file, 'utf8'));
  const write = (timeZone: string) =>
    writeFile(file, JSON.stringify({ ...settings, schedule: { timeZone } }), { mode: 0o600 });
  await write(ZONES[0] ?? '');
  const refused = await runClausewatch(['watch'], { cwd });
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('schedule.timeZone');

  await write('Europe/Berlin');
  const daemon = startClausewatch(['watch'], { cwd });
  onTestFinished(() => void daemon.kill('SIGKILL'));
  const lines = createInterface({ input: daemon.stderr })[Symbol.asyncIterator]();
  const until = async (matches: (line: Record<string, string>) => boolean): Promise<Record<string, string>> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('the daemon ended');
      const line = JSON.parse(value);
      if (matches(line)) return line;
    }
  };
  const { health = '' } = await until((line) => line.health !== undefined);
  await until(({ msg }) => msg?.startsWith('canary passed') ?? false);
  for (const zone of ZONES.slice(0, 3)) {
    await write(zone);
    daemon.kill('SIGHUP');
    const { problem } = await until(({ msg }) => msg?.includes('was not reloaded') ?? false);
    expect(problem).toContain('schedule.timeZone');
  }
  const ready = await fetch(health);
  const body = (await ready.json()) as Record<string, unknown>;
  expect(ready.status).toBe(200);
  expect(body).toMatchObject({ status: 'ready', problems: [] });
  expect(Date.now() - Date.parse(String(body.lastTick))).toBeLessThan(60_000);
  expect(Date.parse(String(body.canaryPassedAt))).toBeGreaterThan(0);
  daemon.kill('SIGTERM');
  expect(await once(daemon, 'close')).toEqual([0, null]);
});
