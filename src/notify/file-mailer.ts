import { access, constants, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Message } from '../domain/alert.ts';
import type { Mailer, SendOutcome } from './mailer.ts';
import { mimeOptions, type Sender } from './mime-options.ts';

/**
 * Writes each message as an `.eml` file that mail programs open, for machines without a mail server. The bytes are
 * those that `SmtpMailer` would send. A file is there whole or not at all, and readable by its owner only.
 */
export class FileMailer implements Mailer {
  readonly target: string;
  readonly #from: Sender;
  readonly #transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor({ dir, from }: { readonly dir: string; readonly from: Sender }) {
    this.target = dir;
    this.#from = from;
  }

  async send(message: Message): Promise<SendOutcome> {
    try {
      const { message: bytes } = await this.#transport.sendMail(mimeOptions(message, this.#from));
      if (!Buffer.isBuffer(bytes)) throw new TypeError('the message was not composed in memory');
      const path = join(this.target, emlName(message));
      await mkdir(this.target, { recursive: true, mode: 0o700 });
      await writeWhole(path, bytes);
      await syncFolder(this.target);
      return { kind: 'sent', answer: `written to ${path}` };
    } catch (error) {
      return this.#failed(error);
    }
  }

  /** Whether the folder is there and can be written, without writing a message. */
  async verify(): Promise<SendOutcome> {
    try {
      await mkdir(this.target, { recursive: true, mode: 0o700 });
      await access(this.target, constants.W_OK | constants.X_OK);
      return { kind: 'sent', answer: 'the folder can be written' };
    } catch (error) {
      return this.#failed(error);
    }
  }

  async close(): Promise<void> {
    this.#transport.close();
  }

  /** A full disk or a missing right is mended by somebody; then the message is written. */
  #failed(error: unknown): SendOutcome {
    const { code, message } = error as NodeJS.ErrnoException;
    return { kind: 'passing', code: code ?? 'mail_file_failed', error: `${this.target}: ${message}` };
  }
}

/** Of time and id alone: nothing from a page gets into a path. */
function emlName({ date, messageId }: Message): string {
  const time = new Date(date).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const id = (messageId.split('@')[0] ?? '').replace(/[^a-zA-Z0-9_-]/g, '').slice(0, 64);
  return `${time}-${id}.eml`;
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

async function syncFolder(dir: string): Promise<void> {
  // Windows cannot open a folder; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
