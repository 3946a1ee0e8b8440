import { getCACertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { Message } from '../domain/alert.ts';
import { judgeSmtpError } from './judge-smtp-error.ts';
import type { Mailer, SendOutcome } from './mailer.ts';
import { mimeOptions, type Sender } from './mime-options.ts';
import { parseSmtpUrl, type SmtpServer } from './parse-smtp-url.ts';
import { redactSecrets } from './redact-secrets.ts';
import { clip, visibleText } from './visible-text.ts';

export interface SmtpMailerOptions {
  /** smtp:// (STARTTLS where offered; required with a password) or smtps://. */
  readonly url: string;
  readonly from: Sender;
  /** Certificates (PEM) to trust besides the system's, for a server of one's own. */
  readonly ca?: string;
  /** For one hand-over from connecting to the last answer; 120,000 unless told. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 120_000;

/**
 * Hands messages to a mail server, one connection each. Certificates are always verified. What the server does is an
 * outcome; only a wrong `url` throws (`mail_config_invalid`), and no message ever shows the password.
 */
export class SmtpMailer implements Mailer {
  readonly target: string;
  readonly #server: SmtpServer;
  readonly #from: Sender;
  readonly #timeoutMs: number;
  readonly #transport: ReturnType<typeof connectTo>;

  constructor({ url, from, ca, timeoutMs = DEFAULT_TIMEOUT_MS }: SmtpMailerOptions) {
    this.#server = parseSmtpUrl(url);
    this.#from = from;
    this.#timeoutMs = timeoutMs;
    this.#transport = connectTo(this.#server, timeoutMs, ca);
    const { host, port, secure } = this.#server;
    this.target = `${secure ? 'smtps' : 'smtp'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  async send(message: Message): Promise<SendOutcome> {
    try {
      const signal = AbortSignal.timeout(this.#timeoutMs);
      const info = await this.#transport.sendMail({ ...mimeOptions(message, this.#from), signal });
      // With one recipient a refusal is an error; servers that answer per recipient (LMTP) may still tell it here.
      const [refused] = (info.rejectedErrors as readonly unknown[] | undefined) ?? [];
      if (info.rejected.length > 0) return this.#judge(refused ?? { code: 'EENVELOPE', message: 'recipient refused' });
      return { kind: 'sent', answer: clip(visibleText(redactSecrets(info.response, this.#secrets)), 300) };
    } catch (error) {
      return this.#judge(error);
    }
  }

  /** Connects and logs in without sending; `sent` means that the server would take mail. */
  async verify(): Promise<SendOutcome> {
    try {
      await this.#transport.verify();
      return { kind: 'sent', answer: this.#server.auth ? 'connected and logged in' : 'connected' };
    } catch (error) {
      return this.#judge(error);
    }
  }

  async close(): Promise<void> {
    this.#transport.close();
  }

  /** The password, and what AUTH PLAIN sends as one word. */
  get #secrets(): readonly string[] {
    const { auth } = this.#server;
    return auth === null ? [] : [auth.pass, `\0${auth.user}\0${auth.pass}`];
  }

  #judge(error: unknown): SendOutcome {
    return judgeSmtpError(error, this.#secrets);
  }
}

function connectTo({ host, port, secure, auth, requireTls }: SmtpServer, timeoutMs: number, ca?: string) {
  return createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth === null ? {} : { auth, forceAuth: true }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca: trusted(ca) }) },
    connectionTimeout: Math.min(20_000, timeoutMs),
    greetingTimeout: Math.min(20_000, timeoutMs),
    socketTimeout: Math.min(60_000, timeoutMs),
    dnsTimeout: Math.min(10_000, timeoutMs),
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
}

/** Node takes `ca` instead of the system's certificates; here it is meant besides them. */
function trusted(ca: string): string[] {
  return [...getCACertificates('default'), ca];
}
