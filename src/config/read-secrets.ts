import { parseEnv } from 'node:util';
import type { Violation } from './config-error.ts';
import { readConfigFile } from './read-config-file.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What must not stand in a settings file. */
export interface Secrets {
  /** `smtp://` or `smtps://`, with credentials: never printed, see `redactUrl`. */
  readonly smtpUrl?: string;
  /** PEM text of the authority that signed a private mail server's certificate. */
  readonly smtpCa?: string;
}

export interface ReadSecrets {
  readonly secrets: Secrets;
  readonly violations: readonly Violation[];
}

/** From the environment; `envFile` (if it exists) gives what the environment lacks. An empty value counts as unset. */
export async function readSecrets(env: Environment, envFile: string | null): Promise<ReadSecrets> {
  const file = envFile === null ? { text: null, violations: [] } : await readConfigFile(envFile);
  const fromFile: Environment = file.text === null ? {} : parseEnv(file.text);
  const lookUp = (name: string): string | undefined => env[name] || fromFile[name] || undefined;
  const whereSet = (name: string): string => (env[name] || envFile === null ? 'environment' : envFile);

  const violations: Violation[] = [...file.violations];
  const smtpUrl = lookUp('SMTP_URL');
  const mistake = smtpUrl === undefined ? null : smtpMistake(smtpUrl);
  if (mistake) violations.push({ file: whereSet('SMTP_URL'), path: 'SMTP_URL', message: mistake });
  const caFile = lookUp('SMTP_CA_FILE');
  const ca = caFile === undefined ? null : await readCa(caFile);
  if (ca?.mistake) violations.push({ file: whereSet('SMTP_CA_FILE'), path: 'SMTP_CA_FILE', message: ca.mistake });
  return {
    secrets: { ...(smtpUrl === undefined ? {} : { smtpUrl }), ...(ca?.pem === undefined ? {} : { smtpCa: ca.pem }) },
    violations,
  };
}

/** What is wrong with the address of a mail server, in words that do not repeat it. */
function smtpMistake(text: string): string | null {
  const expected = 'must be smtp://user:password@host:587 or smtps://user:password@host:465';
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) {
    return `${expected} (special characters in the password as %40 and the like)`;
  }
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  if (!/^smtps?:$/.test(protocol) || hostname === '') return expected;
  // The mailer would take options from the query, such as not to verify certificates.
  if (!/^\/?$/.test(pathname) || search !== '' || hash !== '') return `${expected}, with nothing after the port`;
  // The mailer decodes both, and would throw at the first alert.
  return canDecode(`${username}:${password}`) ? null : `${expected}; a % in the password is written %25`;
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

async function readCa(path: string): Promise<{ readonly pem?: string; readonly mistake?: string }> {
  const { text, violations } = await readConfigFile(path);
  if (violations[0]) return { mistake: `${path} ${violations[0].message}` };
  if (text === null) return { mistake: `there is no file ${path}` };
  return text.includes('-----BEGIN CERTIFICATE-----') ? { pem: text } : { mistake: `${path} holds no PEM certificate` };
}
