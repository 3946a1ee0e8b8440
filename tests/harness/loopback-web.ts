import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './loopback-certificate.ts';

/** Writes the answer itself: whatever a server can do, it can. */
export type LoopbackHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** A plain answer. Status 200 and `text/html; charset=utf-8` unless said otherwise. */
interface LoopbackReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export type LoopbackRoute = LoopbackHandler | LoopbackReply;

interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface LoopbackWeb {
  /** Without a slash at its end: `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  /** By path without query; `*` takes what is not listed, else it is 404. May be changed at any time. */
  readonly routes: Map<string, LoopbackRoute>;
  /** In the order of arrival. */
  readonly requests: RecordedRequest[];
  /** The paths of `requests`, robots.txt left out. */
  paths(): string[];
  close(): Promise<void>;
}

export interface LoopbackWebOptions {
  /** Serves https with the certificate of `loopback-certificate.ts`. */
  readonly tls?: boolean;
  /** Default "127.0.0.1". */
  readonly host?: '127.0.0.1' | '::1';
}

function answer(route: LoopbackRoute | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof route === 'function') {
    route(request, response);
    return;
  }
  const { status = 200, headers, body } = route ?? { status: 404, body: 'Not found' };
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers } as Record<string, string>);
  response.end(body);
}

/** A real web server on a free port of this machine. */
export async function startLoopbackWeb(
  routes: Readonly<Record<string, LoopbackRoute>> = {},
  { tls = false, host = '127.0.0.1' }: LoopbackWebOptions = {},
): Promise<LoopbackWeb> {
  const table = new Map(Object.entries(routes));
  const requests: RecordedRequest[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    requests.push({ method: request.method ?? '', path, headers: request.headers });
    // A client that leaves in the middle is what some tests are about.
    response.on('error', () => undefined);
    answer(table.get(path.split('?')[0] ?? '') ?? table.get('*'), request, response);
  };
  const server = tls
    ? createTlsServer({ cert: LOOPBACK_CERTIFICATE, key: LOOPBACK_KEY }, listener)
    : createServer(listener);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${port}`,
    port,
    routes: table,
    requests,
    paths: () => requests.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
