import type { SendOutcome } from './mailer.ts';
import { redactSecrets } from './redact-secrets.ts';
import { clip, visibleText } from './visible-text.ts';

/** What nodemailer attaches to its errors. */
interface SmtpFault {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  readonly message?: unknown;
  readonly name?: unknown;
}

/**
 * Whether a failed hand-over may pass. Permanent is only what the server says of this message or this recipient:
 * a 5xx to RCPT TO or to the message itself. Whatever concerns the way there (host, TLS, password, sender, greeting) is
 * the same for every message and ends when somebody mends it: giving up then would lose alerts for a typing error.
 */
export function judgeSmtpError(
  fault: unknown,
  secrets: readonly string[] = [],
): Exclude<SendOutcome, { kind: 'sent' }> {
  const { code, command, response, responseCode, message, name } = (fault ?? {}) as SmtpFault;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const said = typeof response === 'string' && response !== '' ? response : message;
  const error = clip(visibleText(redactSecrets(String(said ?? 'unknown failure'), secrets)), 400);
  const named =
    typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : name === 'TimeoutError' ? 'ETIMEDOUT' : 'EMAIL';
  const kind = isFinal({ status, code: named, command: String(command ?? '') }) ? 'permanent' : 'passing';
  return { kind, code: status > 0 ? `${named}_${status}` : named, error };
}

function isFinal({ status, code, command }: { status: number; code: string; command: string }): boolean {
  // 503 (bad sequence) speaks of the session, not of the message: RFC 5321, 4.2.
  if (status < 500 || status > 599 || status === 503) return false;
  if (status === 552) return true;
  if (code === 'EENVELOPE') return /^RCPT TO/i.test(command);
  return code === 'EMESSAGE' || /^DATA/i.test(command);
}
