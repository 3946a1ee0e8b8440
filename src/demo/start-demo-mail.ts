import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;
const CLOSE_TIMEOUT_MS = 500;

export interface DemoMailOptions {
  /** Made if it does not exist. */
  readonly dir: string;
  /** For file names; the demo passes its fast clock. */
  readonly now?: () => Date;
}

export interface ReceivedMail {
  /** The message as received (.eml). */
  readonly path: string;
  /** Its HTML part beside it, to be opened in a browser. */
  readonly htmlPath: string;
  readonly subject: string;
  /** Envelope recipients. */
  readonly to: readonly string[];
}

/** An inbox on loopback. */
export interface DemoMail {
  /** For SMTP_URL: smtp://127.0.0.1:port. */
  readonly url: string;
  /** In the order in which they were taken; grows while the server runs. */
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server on 127.0.0.1 that keeps every message as a file. It accepts only once the files are written. */
export async function startDemoMail(options: DemoMailOptions): Promise<DemoMail> {
  await mkdir(options.dir, { recursive: true, mode: 0o700 });
  const received: ReceivedMail[] = [];
  const store = createStore(options, received);
  const server = new SMTPServer({
    name: 'demo-mail.invalid',
    authOptional: true,
    // smtp-server would offer STARTTLS with a certificate that has expired.
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    // A demo asks no name server about anybody.
    disableReverseLookup: true,
    logger: false,
    size: MAX_MESSAGE_BYTES,
    closeTimeout: CLOSE_TIMEOUT_MS,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((bytes) => store(bytes, to))
        .then(
          () => done(null),
          (error: Error) => done(error),
        );
    },
  });
  // Broken connections of clients arrive here; without a listener they would end the process.
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function createStore({ dir, now = () => new Date() }: DemoMailOptions, received: ReceivedMail[]) {
  let count = 0;
  return async (bytes: Buffer, to: readonly string[]): Promise<void> => {
    count += 1;
    // Never from the message: a subject is text from a stranger and makes no file name.
    const name = `${String(count).padStart(4, '0')}-${now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`;
    const mail = await PostalMime.parse(bytes);
    const path = join(dir, `${name}.eml`);
    const htmlPath = join(dir, `${name}.html`);
    await writeFile(path, bytes, { mode: 0o600 });
    await writeFile(htmlPath, viewableHtml(mail), { mode: 0o600 });
    received.push({ path, htmlPath, subject: mail.subject ?? '', to });
  };
}

// A file opened from disk has no server to forbid scripts for it: the policy travels in the page, before all else.
const VIEW_HEAD =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">\n';

function viewableHtml({ html, text }: Email): string {
  if (html) return `${VIEW_HEAD}${html}`;
  return `${VIEW_HEAD}<pre>${(text ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>\n`;
}
