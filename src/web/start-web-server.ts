import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { guardHost } from './guard-host.ts';
import { isLoopback } from './is-loopback.ts';

export interface WebServerOptions {
  readonly routes: Hono;
  /** A literal address of this machine itself. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface WebServer {
  /** Without a slash at its end: "http://127.0.0.1:8017". */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves to this machine only. Throws `web_not_loopback` for any other address, `web_port_in_use` and
 * `web_cannot_listen`.
 */
export async function startWebServer({ routes, host, port }: WebServerOptions): Promise<WebServer> {
  if (!isLoopback(host)) {
    throw new ClausewatchError(
      'web_not_loopback',
      `${host} is no address of this machine itself; use 127.0.0.1 or ::1 as web.host, and a proxy with a login for others.`,
    );
  }
  const server = createAdaptorServer({ fetch: guarded(routes).fetch }) as Server;
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // An open page must not keep a daemon from stopping.
        server.closeAllConnections();
      }),
  };
}

function guarded(routes: Hono): Hono {
  const app = new Hono();
  app.use(guardHost);
  app.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('cache-control', 'no-store');
  });
  app.route('/', routes);
  app.notFound((context) => context.text('Not found.\n', 404));
  return app;
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') {
        const advice =
          'Stop what uses it, or choose another web.port in the settings: 0 takes any free one, "off" none.';
        reject(new ClausewatchError('web_port_in_use', `Port ${port} of ${host} is in use. ${advice}`, { cause }));
        return;
      }
      const message = `Cannot listen on port ${port} of ${host} (${cause.code ?? cause.message}); choose another web.port.`;
      reject(new ClausewatchError('web_cannot_listen', message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
