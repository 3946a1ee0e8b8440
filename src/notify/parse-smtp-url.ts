import { ClausewatchError } from '../domain/clausewatch-error.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** STARTTLS or nothing: a password never travels in the clear, other than to this machine itself. */
  readonly requireTls: boolean;
}

const EXAMPLE = 'for example smtp://user:password@mail.example.org:587 or smtps://mail.example.org';

/**
 * Reads `SMTP_URL`. Throws `mail_config_invalid` without ever repeating the address, as it may hold a password.
 * Options in the query are refused: some of them would turn certificate checks off.
 */
export function parseSmtpUrl(address: string): SmtpServer {
  const url = URL.parse(address.trim());
  const refuse = (why: string): never => {
    throw new ClausewatchError('mail_config_invalid', `SMTP_URL ${why}; ${EXAMPLE}`);
  };
  if (url === null) return refuse('is not an address');
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return refuse('must begin with smtp:// or smtps://');
  if (url.hostname === '') return refuse('names no host');
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname)) {
    return refuse('must end after the host and port (special characters of a password are written as %40 and so on)');
  }
  const host = decode(url.hostname, refuse).replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === 'smtps:';
  const auth = url.username === '' ? null : { user: decode(url.username, refuse), pass: decode(url.password, refuse) };
  const local = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    auth,
    requireTls: !secure && auth !== null && !local,
  };
}

function decode(part: string, refuse: (why: string) => never): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return refuse('holds a % that begins no escape');
  }
}
