import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Duplex, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkTarget, hostOf, parseTarget, portOf } from '../check-target.ts';
import { classifyError } from '../classify-failure.ts';
import { Dispatchers } from '../dispatchers.ts';
import { FetchFailure } from '../fetch-failure.ts';
import type { ConnectorOptions } from '../guarded-connector.ts';
import { openTunnel } from './open-tunnel.ts';
import { requestHeadersOnward, responseHeadersBack } from './proxy-headers.ts';

export interface GuardedProxyOptions extends Omit<ConnectorOptions, 'ca'> {
  /** URL of the proxy an operator configured for the document; it then resolves the names. */
  readonly upstream?: string;
  /** Beyond this many bytes from the web everything is cut off. */
  readonly maxTrafficBytes: number;
}

/**
 * Hosts that Chromium asks on its own account, not for a page: whether a network has a captive portal, after an error of
 * TLS. No switch turns that off.
 */
const ASKED_BY_THE_BROWSER: ReadonlySet<string> = new Set([
  'connectivitycheck.gstatic.com',
  'captiveportal.gstatic.com',
]);

/**
 * An HTTP proxy on 127.0.0.1 that lets a browser, or git, reach only what the HTTP fetcher may reach: names are resolved
 * here, every address is vetted and the connection goes to a vetted one. One proxy serves one page and lives as long, so
 * that failures, bytes and the upstream belong to that page; it asks for no password, because Playwright would hand
 * the password to any server that answers 401. Plain requests and CONNECT (TLS and WebSockets).
 */
export class GuardedProxy {
  readonly #options: GuardedProxyOptions;
  readonly #dispatchers: Dispatchers;
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();
  readonly #failures = new Map<string, FetchFailure>();
  readonly #closed = new AbortController();
  #bytes = 0;

  private constructor(options: GuardedProxyOptions) {
    this.#options = options;
    this.#dispatchers = new Dispatchers(options);
    this.#server = createServer((request, response) => void this.#forward(request, response));
    this.#server.on('connect', (request, socket) => void this.#tunnel(request, socket as Socket));
    // Without a listener Node answers an upgrade by itself as a plain request, without its socket being watched.
    this.#server.on('upgrade', (_request, socket) => socket.destroy());
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async start(options: GuardedProxyOptions): Promise<GuardedProxy> {
    const proxy = new GuardedProxy(options);
    await new Promise<void>((resolve, reject) =>
      proxy.#server.once('error', reject).listen(0, '127.0.0.1', () => resolve()),
    );
    return proxy;
  }

  /** For the browser: `http://127.0.0.1:40123`. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Bytes that came from the web, as they came (compressed, encrypted). */
  get bytes(): number {
    return this.#bytes;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo | null)?.port ?? 0;
  }

  /** Why the last request to the host and port of this URL did not get through; undefined when it did. */
  failureAt(url: URL): FetchFailure | undefined {
    return this.#failures.get(keyOf(url));
  }

  async close(): Promise<void> {
    this.#closed.abort();
    for (const socket of this.#sockets) socket.destroy();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await Promise.all([closed, this.#dispatchers.close()]);
  }

  #check(url: URL): void {
    if (ASKED_BY_THE_BROWSER.has(hostOf(url))) {
      throw new FetchFailure('address_forbidden', { detail: 'the browser asked this for itself', url: url.href });
    }
    checkTarget(url, this.#options, this.#options.upstream !== undefined);
    if (this.#bytes > this.#options.maxTrafficBytes) {
      const detail = `the page loads more than ${this.#options.maxTrafficBytes} bytes`;
      throw new FetchFailure('too_large', { detail, url: url.href });
    }
    const self = this.#options.allowLoopback && portOf(url) === this.#port && this.#options.upstream === undefined;
    if (self) throw new FetchFailure('address_forbidden', { detail: 'it leads back to our own proxy', url: url.href });
  }

  #fail(error: unknown, url: URL): void {
    const proxied = this.#options.upstream !== undefined;
    this.#failures.set(keyOf(url), classifyError(error, { url: url.href, proxied }));
  }

  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const url = targetOf(request.url ?? '');
    if (url === null) {
      response.writeHead(400).end();
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      this.#check(url);
      const answer = await this.#dispatchers.for(this.#options.upstream).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method as 'GET',
        headers: requestHeadersOnward(request.rawHeaders),
        body: hasBody(request) ? request : null,
        signal: AbortSignal.any([gone.signal, this.#closed.signal]),
      });
      this.#failures.delete(keyOf(url));
      response.writeHead(answer.statusCode, responseHeadersBack(answer.headers));
      await pipeline(answer.body, this.#counter(), response);
    } catch (error) {
      if (!gone.signal.aborted && !response.headersSent) this.#fail(error, url);
      // An answer that broke off must look like one: a polite end would make half a policy look whole.
      if (response.headersSent) response.destroy();
      else response.writeHead(502, { 'content-length': 0, connection: 'close' }).end();
    }
  }

  async #tunnel(request: IncomingMessage, client: Socket): Promise<void> {
    this.#keep(client);
    const url = targetOf(`http://${request.url ?? ''}`);
    if (url === null || url.pathname !== '/' || url.search !== '') {
      client.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    try {
      this.#check(url);
      const onward = await openTunnel({ host: hostOf(url), port: portOf(url) }, this.#options);
      this.#keep(onward);
      if (this.#closed.signal.aborted || client.destroyed) {
        onward.destroy();
        return;
      }
      this.#failures.delete(keyOf(url));
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      await Promise.allSettled([pipeline(onward, this.#counter(), client), pipeline(client, onward)]);
    } catch (error) {
      this.#fail(error, url);
      client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    }
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #counter(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#bytes += chunk.byteLength;
        if (this.#bytes > this.#options.maxTrafficBytes) done(new Error('more bytes than a page may load'));
        else done(null, chunk);
      },
    });
  }
}

function keyOf(url: URL): string {
  return `${hostOf(url)}:${portOf(url)}`;
}

/** The target of a proxied request; null for what is no `http://` URL, such as a request meant for a web server. */
function targetOf(text: string): URL | null {
  try {
    const url = parseTarget(text);
    return url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
