import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface LoopbackProxy {
  readonly url: string;
  /** `GET http://host/path` or `CONNECT host:port`, in the order of arrival. */
  readonly requests: string[];
  close(): Promise<void>;
}

export interface LoopbackProxyOptions {
  /** Where everything ends up, whatever the client asked for: no name is ever resolved. */
  readonly port: number;
  /** Refuses with this status instead. */
  readonly refuse?: number;
}

/** A real HTTP proxy on this machine that leads everything to one loopback port. */
export async function startLoopbackProxy({ port, refuse }: LoopbackProxyOptions): Promise<LoopbackProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    if (refuse !== undefined) {
      response.writeHead(refuse).end();
      return;
    }
    const { pathname } = new URL(incoming.url ?? '');
    const onward = httpRequest({ host: '127.0.0.1', port, path: pathname, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (incoming, client: Socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    client.on('error', () => undefined);
    if (refuse !== undefined) {
      client.end(`HTTP/1.1 ${refuse} Refused\r\n\r\n`);
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
