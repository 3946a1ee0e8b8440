import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface EchoingMailServer {
  readonly port: number;
  /** Every line that a client sent. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** A mail server that refuses every login and, as some do, repeats what it refuses, the password among it. */
export async function startEchoingMailServer(mechanism: 'PLAIN' | 'LOGIN'): Promise<EchoingMailServer> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 echo.example ESMTP\r\n');
    const answer = answering(mechanism);
    let rest = '';
    socket.on('data', (data) => {
      const complete = (rest + data.toString('utf8')).split('\r\n');
      rest = complete.pop() ?? '';
      lines.push(...complete);
      for (const line of complete) socket.write(`${answer(line)}\r\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What one conversation answers, line by line. */
function answering(mechanism: 'PLAIN' | 'LOGIN'): (line: string) => string {
  let words: string[] | null = null;
  const refuse = (said: readonly string[]): string => {
    words = null;
    const plain = said.map((word) => Buffer.from(word, 'base64').toString('utf8').replaceAll('\0', ' '));
    return `535 5.7.8 Refused: AUTH ${mechanism} ${said.join(' ')} which is ${plain.join(' ')}`;
  };
  return (line) => {
    const [command = '', , initial = ''] = line.split(' ');
    if (words !== null) {
      words.push(line);
      return words.length === 2 ? refuse(words) : '334 UGFzc3dvcmQ6';
    }
    if (/^EHLO$/i.test(command)) return `250-echo.example\r\n250 AUTH ${mechanism}`;
    if (!/^AUTH$/i.test(command)) return '221 bye';
    if (mechanism === 'PLAIN') return refuse([initial]);
    words = [];
    return '334 VXNlcm5hbWU6';
  };
}
