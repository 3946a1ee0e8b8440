import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './loopback-certificate.ts';

/** How the server meets one command: null takes it, a reply refuses it, `hang-up` cuts the connection without a word. */
type Reaction = { readonly code: number; readonly text: string } | 'hang-up' | null;

/** Each is asked with the number of times it was asked before. */
export interface MailBehaviour {
  readonly sender?: (before: number) => Reaction;
  readonly recipient?: (before: number, address: string) => Reaction;
  /** After the whole message has arrived. */
  readonly message?: (before: number) => Reaction;
}

interface ReceivedMail {
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly secure: boolean;
}

export interface MailServer {
  /** smtp://127.0.0.1:PORT or smtps://…, with user and password where they are asked for. */
  readonly url: string;
  readonly port: number;
  /** What the server took, in the order of arrival. */
  readonly messages: readonly ReceivedMail[];
  /** Everything that arrived whole, also what was then refused. */
  readonly arrived: readonly Buffer[];
  close(): Promise<void>;
}

export interface MailServerOptions {
  readonly behaviour?: MailBehaviour;
  /** Default "none": no TLS at all. */
  readonly tls?: 'none' | 'starttls' | 'implicit';
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { behaviour = {}, tls = 'none', auth } = options;
  const messages: ReceivedMail[] = [];
  const arrived: Buffer[] = [];
  const sockets = new Set<Socket>();
  const asked = { sender: 0, recipient: 0, message: 0 };
  const hangUp = ({ remotePort }: SMTPServerSession): void => {
    for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
  };
  const react = (
    reaction: Reaction | undefined,
    session: SMTPServerSession,
    callback: (error?: Error) => void,
  ): void => {
    if (reaction === 'hang-up') hangUp(session);
    else if (reaction) callback(Object.assign(new Error(reaction.text), { responseCode: reaction.code }));
    else callback();
  };
  const server = new SMTPServer({
    secure: tls === 'implicit',
    key: LOOPBACK_KEY,
    cert: LOOPBACK_CERTIFICATE,
    hideSTARTTLS: tls !== 'starttls',
    disabledCommands: [...(auth ? [] : ['AUTH']), ...(tls === 'starttls' ? [] : ['STARTTLS'])],
    disableReverseLookup: true,
    authOptional: auth === undefined,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === auth?.user && password === auth?.pass) callback(null, { user: username });
      else callback(Object.assign(new Error('Invalid username or password'), { responseCode: 535 }));
    },
    onMailFrom: (_address, session, callback) => react(behaviour.sender?.(asked.sender++), session, callback),
    onRcptTo: ({ address }, session, callback) =>
      react(behaviour.recipient?.(asked.recipient++, address), session, callback),
    onData: async (stream, session, callback) => {
      // Null where the sender was killed in the middle: it will send the message again.
      const raw = await buffer(stream).catch(() => null);
      if (raw === null) return callback(new Error('cut off'));
      arrived.push(raw);
      const reaction = behaviour.message?.(asked.message++);
      if (!reaction) messages.push(await receive(raw, session));
      react(reaction, session, callback);
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // Clients that hang up in the middle are what some tests are about.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const login = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@` : '';
  return {
    url: `${tls === 'implicit' ? 'smtps' : 'smtp'}://${login}127.0.0.1:${port}`,
    port,
    messages,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function receive(raw: Buffer, session: SMTPServerSession): Promise<ReceivedMail> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    raw,
    parsed: await simpleParser(raw),
    from: mailFrom ? mailFrom.address : '',
    recipients: rcptTo.map(({ address }) => address),
    secure: session.secure,
  };
}
