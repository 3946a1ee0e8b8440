import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import { Agent } from 'undici';
import { FetchFailure } from '../fetch-failure.ts';
import { type ConnectorOptions, guardedConnector } from '../guarded-connector.ts';

export interface TunnelOptions extends Omit<ConnectorOptions, 'ca'> {
  readonly upstream?: string;
}

/** Host without brackets. */
interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}

/** A raw connection to a vetted address of the target, or through the operator's proxy. The caller destroys it. */
export function openTunnel(target: TunnelTarget, options: TunnelOptions): Promise<Duplex> {
  return options.upstream === undefined ? direct(target, options) : through(options.upstream, target, options);
}

function direct({ host, port }: TunnelTarget, options: TunnelOptions): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    // 'http:' asks for the bare connection: TLS is spoken by the browser, end to end.
    guardedConnector(options)({ hostname: host, host, protocol: 'http:', port: String(port) }, (...[error, socket]) =>
      socket ? resolve(socket) : reject(error),
    );
  });
}

async function through(upstream: string, { host, port }: TunnelTarget, options: TunnelOptions): Promise<Duplex> {
  const { origin, username, password } = new URL(upstream);
  const agent = new Agent({ allowH2: false, connections: 1, connect: { timeout: options.connectTimeoutMs } });
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const { statusCode, socket } = await agent.connect({
    origin,
    path: authority,
    headers: { host: authority, ...(username ? { 'proxy-authorization': `Basic ${credentials}` } : {}) },
  });
  if (statusCode >= 200 && statusCode <= 299) return socket;
  socket.destroy();
  throw new FetchFailure('proxy_failed', { detail: `the proxy answered ${statusCode}` });
}
