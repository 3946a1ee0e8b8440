import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type HealthSource, healthRoutes } from '../../src/web/health-routes.ts';
import { type DaemonHealth, judgeReadiness } from '../../src/web/judge-readiness.ts';
import { startWebServer } from '../../src/web/start-web-server.ts';
import { WatchMetrics } from '../../src/web/watch-metrics.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const ALIVE: DaemonHealth = {
  version: '1.0.0',
  startedAt: new Date('2026-11-23T07:00:00Z'),
  lastTick: new Date('2026-11-23T07:59:30Z'),
  tickError: null,
  canary: { passedAt: new Date('2026-11-23T07:00:05Z'), problem: null },
  stuck: [],
};

async function serve(health: DaemonHealth = ALIVE, host = '127.0.0.1') {
  const source: HealthSource = { health: () => health, metrics: async () => 'clausewatch_up 1\n', clock: () => NOW };
  const server = await startWebServer({ routes: healthRoutes(source), host, port: 0 });
  onTestFinished(() => server.close());
  return server;
}

/** The status for a request that names another host than the one it goes to. */
function statusFor(url: string, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = request(url, { headers: { host }, setHost: false }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sent.on('error', reject).end();
  return promise;
}

describe('the health endpoint', () => {
  it('says that it is alive, and ready, while the daemon does its work', async () => {
    const { url } = await serve();
    const alive = await fetch(`${url}/healthz`);
    expect([alive.status, await alive.json()]).toEqual([
      200,
      {
        status: 'alive',
        version: '1.0.0',
        startedAt: '2026-11-23T07:00:00.000Z',
        lastTick: '2026-11-23T07:59:30.000Z',
      },
    ]);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', problems: [] });
  });

  it.each<[string, Partial<DaemonHealth>, RegExp]>([
    ['the archive cannot be written', { tickError: 'storage_failed: disk full' }, /disk full/],
    ['no round has ended for long', { lastTick: new Date('2026-11-23T07:50:00Z') }, /10 minutes/],
    ['no round has ended ever', { lastTick: null }, /60 minutes/],
    ['the canary failed', { canary: { passedAt: null, problem: 'a new clause was unchanged' } }, /canary.*unchanged/],
    ['a check does not end', { stuck: ['p/d'] }, /p\/d/],
  ])('is not ready when %s, and still alive', async (_what, broken, problem) => {
    const { url } = await serve({ ...ALIVE, ...broken });
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'not ready', problems: [expect.stringMatching(problem)] });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('is ready in its first minutes, before a round has ended', () => {
    expect(judgeReadiness({ ...ALIVE, startedAt: NOW, lastTick: null }, NOW)).toEqual([]);
  });

  it('gives numbers in the format of Prometheus, and says that nothing else is here', async () => {
    const { url } = await serve();
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(metrics.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await metrics.text()).toBe('clausewatch_up 1\n');
    expect((await fetch(`${url}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('answers only to names of this machine', async () => {
    const { url } = await serve();
    const { port } = new URL(url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', '[::1]:80', '127.9.9.9']) {
      expect([host, await statusFor(`${url}/healthz`, host)]).toEqual([host, 200]);
    }
    const foreign = [
      'rebound.example',
      `rebound.example:${port}`,
      'localhost.rebound.example',
      '127.0.0.1.example',
      '10.0.0.1',
      '0.0.0.0',
      '[::2]',
      '2130706433',
    ];
    for (const host of foreign) expect([host, await statusFor(`${url}/healthz`, host)]).toEqual([host, 421]);
  });

  it('listens on IPv6 too, and on nothing but this machine', async () => {
    const { url } = await serve(ALIVE, '::1');
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    for (const host of ['0.0.0.0', '::', '192.168.1.1', 'localhost', '', '::ffff:8.8.8.8']) {
      await expect(serve(ALIVE, host)).rejects.toMatchObject({ code: 'web_not_loopback' });
    }
  });

  it('says that a port is in use', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    const source: HealthSource = { health: () => ALIVE, metrics: async () => '', clock: () => NOW };
    const again = startWebServer({ routes: healthRoutes(source), host: '127.0.0.1', port });
    await expect(again).rejects.toMatchObject({ code: 'web_port_in_use', message: expect.stringContaining(`${port}`) });
  });
});

describe('the numbers', () => {
  it('count what was done, and show the newest round', async () => {
    let now = NOW;
    const metrics = new WatchMetrics(() => now);
    metrics.checked('unchanged');
    metrics.checked('unchanged');
    metrics.checked('failed');
    metrics.changed(['ai-training', 'ai-other']);
    metrics.changed([]);
    metrics.fetched('fetched', 300);
    metrics.faulted();
    metrics.canary({ up: false, passedAt: NOW });
    const gone = { documentId: 'p/gone', verifiedUntil: null, consecutiveFailures: 4 };
    const here = { documentId: 'p/d', verifiedUntil: '2026-11-23T07:00:00.000Z', consecutiveFailures: 0 };
    metrics.update({ documents: [gone], outbox: { queued: 0, dead: 0, oldest: null }, lastTick: NOW });
    const outbox = { queued: 2, dead: 1, oldest: '2026-11-23T07:59:00.000Z' };
    metrics.update({ documents: [here], outbox, lastTick: NOW });
    now = new Date(NOW.getTime() + 60_000);
    const lines = (await metrics.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'clausewatch_checks_total{outcome="unchanged"} 2',
        'clausewatch_checks_total{outcome="failed"} 1',
        'clausewatch_check_faults_total 1',
        'clausewatch_changes_total{topic="ai-training"} 1',
        'clausewatch_changes_total{topic="none"} 1',
        'clausewatch_fetch_seconds_bucket{le="0.5",result="fetched"} 1',
        'clausewatch_outbox_queued 2',
        'clausewatch_outbox_dead 1',
        'clausewatch_outbox_oldest_age_seconds 120',
        'clausewatch_canary_up 0',
        'clausewatch_document_last_success_timestamp_seconds{document="p/d"} 1795417200',
        'clausewatch_document_consecutive_failures{document="p/d"} 0',
      ]),
    );
    expect(lines.join('\n')).not.toContain('p/gone');
  });
});
