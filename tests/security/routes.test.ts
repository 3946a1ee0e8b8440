import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { healthRoutes } from '../../src/web/health-routes.ts';
import { startWebServer, type WebServer } from '../../src/web/start-web-server.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'BREW'];

const state = { asked: 0, problem: '<script>alert(1)</script>\u001b[31m' };
const routes = healthRoutes({
  clock: () => new Date('2026-11-23T08:00:00Z'),
  metrics: async () => '# none\n',
  health: () => {
    state.asked += 1;
    const now = new Date('2026-11-23T08:00:00Z');
    const canary = { passedAt: now, problem: state.problem };
    return { version: '0', startedAt: now, lastTick: now, tickError: null, canary, stuck: [] };
  },
});
const paths = [...new Set(routes.routes.map(({ path }) => path))];

let server: WebServer;

beforeEach(async () => {
  state.asked = 0;
  server = await startWebServer({ routes, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
});

/** One request as it stands, also such as no client library would send. */
async function send(lines: readonly string[]): Promise<string> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  return text(socket);
}

const ask = (method: string, path: string, headers: readonly string[] = []) =>
  send([`${method} ${path} HTTP/1.1`, `host: ${new URL(server.url).host}`, 'connection: close', ...headers]);
const statusOf = (answer: string) => Number(answer.slice(9, 12));

describe('every route', () => {
  it('is known to this test', () => {
    expect(paths).toEqual(['/healthz', '/readyz', '/metrics']);
  });

  it('answers GET and HEAD only: there is no method by which something could be changed', async () => {
    const answers = await Promise.all(
      paths.flatMap((path) =>
        METHODS.map(async (method) => [path, method, statusOf(await ask(method, path))] as const),
      ),
    );
    for (const [path, method, status] of answers) {
      const safe = method === 'GET' || method === 'HEAD';
      expect([path, method, safe ? [200, 503].includes(status) : status >= 400 && status < 500]).toEqual([
        path,
        method,
        true,
      ]);
    }
  });

  it('answers only who names this machine: a name that was bent to it (DNS rebinding) learns nothing', async () => {
    const { port } = new URL(server.url);
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '0.0.0.0',
      '10.0.0.1',
      '2130706433',
      '127.1',
      'localhost@evil.example',
      'evil.example:80:127.0.0.1',
      '[::ffff:10.0.0.1]',
      '',
    ];
    for (const path of paths) {
      for (const host of foreign) {
        const answer = await send([`GET ${path} HTTP/1.1`, `host: ${host}`, 'connection: close']);
        expect([host, statusOf(answer)]).toEqual([
          host,
          expect.toSatisfy((status) => status === 421 || status === 400),
        ]);
      }
      expect([400, 421]).toContain(statusOf(await send([`GET ${path} HTTP/1.0`])));
      // The target is what a proxy would go by, the host header what we go by: both must be ours.
      const absolute = await send([
        `GET http://evil.example${path} HTTP/1.1`,
        'host: evil.example',
        'connection: close',
      ]);
      expect([400, 421]).toContain(statusOf(absolute));
    }
    expect(state.asked).toBe(0);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect(statusOf(await send(['GET /healthz HTTP/1.1', `host: ${host}`, 'connection: close']))).toBe(200);
    }
  });

  it('lets no other page read it, is never taken for a page, and opens no socket', async () => {
    for (const path of [...paths, '/', '/nowhere']) {
      const answer = await ask('GET', path, [
        'origin: https://evil.example',
        'upgrade: websocket',
        'connection: upgrade',
      ]);
      expect(answer).not.toMatch(/access-control-allow|set-cookie|^HTTP\/1\.1 101/im);
      expect(answer).toMatch(/^content-type: (?:application\/json|text\/plain)/im);
      expect(answer).toMatch(/^x-content-type-options: nosniff/im);
      expect(answer).toMatch(/^cache-control: no-store/im);
    }
  });

  it('tells what went wrong as data: no control of it reaches whoever reads with curl', async () => {
    const answer = await ask('GET', '/readyz');
    expect(answer).toContain('503');
    expect(answer).not.toContain('\u001b');
  });

  it.each([
    '//healthz',
    '/healthz/',
    '/healthz/..',
    '/./healthz',
    '/%68ealthz/x',
    '/../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/healthz%00',
    '/HEALTHZ',
  ])('%s is no way to a file or past the table', async (path) => {
    const answer = await ask('GET', path);
    expect(answer).not.toContain('root:');
    expect([200, 400, 404]).toContain(statusOf(answer));
    if (statusOf(answer) === 200) expect(answer).toContain('"status":"alive"');
  });
});

it.each([
  '0.0.0.0',
  '::',
  '',
  'localhost',
  '10.0.0.1',
  '192.168.1.1',
  '8.8.8.8',
  '127.1',
  '2130706433',
  '::ffff:10.0.0.1',
  'example.org',
])('listening on %j is refused, in the settings and by the server itself', async (host) => {
  expect(settingsSchema.safeParse({ web: { host } }).success).toBe(false);
  await expect(startWebServer({ routes, host, port: 0 })).rejects.toMatchObject({ code: 'web_not_loopback' });
});
