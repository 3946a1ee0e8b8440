// The web that `bench.ts` watches, as a process of its own so that serving costs the measured ones nothing. Listens on
// one address of 127.0.0.0/8 per host; document n is `/n/policy`. Its parent tells it revisions by IPC.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchPage } from './bench-pages.ts';

/** What the parent sends; each is answered by `true` once it holds. */
export interface WebOrder {
  /** Documents that get their next revision. */
  readonly revise?: readonly number[];
  /** Whether pages carry an ETag, and answers to it are 304. */
  readonly validators?: boolean;
}

const revisions = new Map<number, number>();
const recent = new Map<string, Buffer>();
let validators = true;

function bodyOf(document: number, revision: number): Buffer {
  const key = `${document}.${revision}`;
  const known = recent.get(key);
  if (known) return known;
  const made = Buffer.from(benchPage(document, revision));
  recent.set(key, made);
  if (recent.size > 64) recent.delete(recent.keys().next().value ?? '');
  return made;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const document = Number(/^\/(\d+)\/policy$/.exec(request.url ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(document)) {
    response.writeHead(404).end();
    return;
  }
  const revision = revisions.get(document) ?? 0;
  const etag = `"${createHash('sha256').update(`${document}.${revision}`).digest('base64url').slice(0, 16)}"`;
  if (validators && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const body = bodyOf(document, revision);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    ...(validators ? { etag } : {}),
  });
  response.end(body);
}

/** `127.1.h.l`: a block of its own, so that nothing else listens there. */
function addressOf(host: number): string {
  return `127.1.${host >> 8}.${(host & 255) + 1}`;
}

async function listen(host: number, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, addressOf(host), resolve));
  return server;
}

process.on('message', ({ revise = [], validators: wanted }: WebOrder) => {
  if (wanted !== undefined) validators = wanted;
  for (const document of revise) revisions.set(document, (revisions.get(document) ?? 0) + 1);
  process.send?.(true);
});
process.on('disconnect', () => process.exit(0));

const hosts = Number(process.argv[2] ?? 1);
const first = await listen(0, 0);
const { port } = first.address() as AddressInfo;
for (let host = 1; host < hosts; host++) await listen(host, port);
process.send?.({ port, addresses: Array.from({ length: hosts }, (_, host) => addressOf(host)) });
