import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../src/cli/watch/create-log.ts';
import { runDaemon } from '../../../src/cli/watch/run-daemon.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { OutboxEntry } from '../../../src/domain/alert.ts';
import { openSqliteArchive } from '../../../src/storage/sqlite/open-sqlite-archive.ts';
import { startLoopbackWeb } from '../../harness/loopback-web.ts';
import { policyPage } from '../../harness/policy-page.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';
import { writeTestConfig } from '../../harness/write-test-config.ts';

const HOUR = 3_600_000;

type Line = Record<string, unknown> & { readonly msg?: string };

/** A daemon in this process whose clock stands still but for `pass`, which also has it plan a round. */
async function startDaemon(settings: Readonly<Record<string, unknown>> = {}) {
  const cwd = temporaryFolder();
  const web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  const config = join(cwd, 'config');
  const archiveDir = join(cwd, 'archive');
  await writeTestConfig(config, [{ id: 'privacy', url: `${web.url}/privacy` }], {
    subscriptions: [{ to: 'ada@reader.example' }],
    web: { port: 'off' },
    schedule: { timeZone: 'UTC' },
    ...settings,
  });
  let now = Date.parse('2026-11-24T12:00:00Z');
  const stream = new PassThrough();
  const lines: Line[] = [];
  const ears = new Set<() => void>();
  createInterface({ input: stream }).on('line', (line) => {
    lines.push(JSON.parse(line) as Line);
    for (const ear of ears) ear();
  });
  // Each line is heard once; a check may end before or after the reload that asked for it is logged.
  const known = new Set<Line>();
  const heard = async (matches: (line: Line) => boolean): Promise<Line> => {
    for (;;) {
      const line = lines.find((one) => !known.has(one) && matches(one));
      if (line) {
        known.add(line);
        return line;
      }
      await new Promise<void>((resolve) => ears.add(resolve));
      ears.clear();
    }
  };
  const stop = new AbortController();
  let reload = (): void => undefined;
  const ended = runDaemon({
    archiveDir,
    clock: () => new Date(now),
    log: createLog(stream),
    signal: stop.signal,
    onReload: (listener) => {
      reload = listener;
      return () => undefined;
    },
    load: () => loadConfig({ dir: config, env: {} }),
  });
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  await heard(({ msg }) => msg === 'watching');
  return {
    web,
    lines,
    heard,
    archiveDir,
    pass: async (hours: number) => {
      now += hours * HOUR;
      reload();
      await heard(({ msg }) => msg === 'configuration reloaded');
    },
    outcome: (wanted: string) => heard((line) => line.outcome === wanted),
    stop: async () => {
      stop.abort();
      return await ended;
    },
  };
}

async function outboxOf(archiveDir: string): Promise<readonly OutboxEntry[]> {
  const storage = await openSqliteArchive({ dir: archiveDir });
  try {
    return await storage.outbox.list(['queued', 'delivered', 'dead']);
  } finally {
    await storage.close();
  }
}

describe('the daemon over days', () => {
  it('tells once that a document can no longer be read, and once that it is back', async () => {
    const { web, pass, outcome, stop, archiveDir } = await startDaemon({ mail: { heartbeat: 'off' } });
    await outcome('first');
    web.routes.set('/privacy', { status: 403, body: 'no' });
    for (let check = 0; check < 5; check++) {
      await pass(6);
      await outcome('failed');
    }
    web.routes.set('/privacy', { body: policyPage() });
    for (let check = 0; check < 2; check++) {
      await pass(6);
      await outcome('unchanged');
    }
    expect(await stop()).toBe(true);
    const kinds = (await outboxOf(archiveDir)).map(({ kind }) => kind);
    expect(kinds).toEqual(['welcome', 'unreadable', 'readable-again']);
  });

  it('leaves a document alone as long as the server asks, and then keeps its schedule', async () => {
    const { web, pass, outcome, stop } = await startDaemon({ mail: { heartbeat: 'off' } });
    await outcome('first');
    web.routes.set('/privacy', { status: 429, headers: { 'retry-after': String(9 * 3600) }, body: 'slow down' });
    await pass(6);
    await outcome('failed');
    const asked = web.paths().length;
    web.routes.set('/privacy', { body: policyPage() });
    await pass(6);
    await pass(2);
    expect(web.paths()).toHaveLength(asked);
    await pass(4);
    await outcome('unchanged');
    expect(await stop()).toBe(true);
  });

  it('sends one heartbeat a week, also after weeks of sleep, and none in the week of the welcome', async () => {
    const { pass, outcome, stop, archiveDir } = await startDaemon();
    await outcome('first');
    await pass(24);
    await outcome('unchanged');
    await pass(24 * 7);
    await outcome('unchanged');
    await pass(24);
    await outcome('unchanged');
    await pass(24 * 21);
    await outcome('unchanged');
    expect(await stop()).toBe(true);
    const rows = (await outboxOf(archiveDir)).filter(({ kind }) => kind === 'heartbeat');
    expect(rows.map(({ createdAt }) => createdAt.slice(0, 10))).toEqual(['2026-12-02', '2026-12-24']);
    expect(rows[0]?.message.subject).toBe('[clausewatch] Alive: 1 document watched, all readable');
  });

  it('is loud when its canary fails, and goes on checking', async () => {
    // No policy fits into so little.
    const { web, heard, pass, outcome, stop } = await startDaemon({
      http: { allowLoopback: true, minPauseMs: 0, maxBytes: 1024 },
    });
    web.routes.set('/privacy', { body: '<p>short</p>' });
    const loud = await heard(({ msg }) => msg?.startsWith('CANARY FAILED') === true);
    expect(loud).toMatchObject({ level: 50, problem: expect.stringContaining('larger than 1024 bytes') });
    await pass(6);
    await outcome('suspect');
    expect(await stop()).toBe(true);
  });

  it('shows nothing of a page in its log that could steer a terminal', async () => {
    const stream = new PassThrough();
    const log = createLog(stream);
    log.warn({ subject: 'a\u001b]0;x\u0007b', list: ['\u202etxt'], err: new Error('c\u009b2J') }, 'd\u2066e');
    const line = String(stream.read());
    for (const text of [line, JSON.stringify(JSON.parse(line)), ...Object.values(JSON.parse(line)).map(String)]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(text.trimEnd()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });
});
