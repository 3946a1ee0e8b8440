import { z } from 'zod';

/** A person or program that sends or receives mail; `name` is "" where none was given. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

// RFC 5321 dot-string and ASCII host: no quoting, comments, groups, lists or line ends, which mailers read as more
// than one recipient. An international domain is written in its xn-- form.
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*$/;
const HOST =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;
const DISPLAY_NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>@,;:"\\]*$/u;
const NAMED = /^([^<>]*)<([^<>]*)>$/;

function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return at > 0 && local.length <= 64 && LOCAL.test(local) && HOST.test(text.slice(at + 1));
}

/** `a@example.org` or `Name <a@example.org>`; null for everything else, several addresses among it. */
export function parseMailbox(text: string): Mailbox | null {
  const named = NAMED.exec(text);
  const mailbox = named ? { name: (named[1] ?? '').trim(), address: named[2] ?? '' } : { name: '', address: text };
  return isMailbox(mailbox) ? mailbox : null;
}

function isMailbox({ name, address }: Mailbox): boolean {
  return name.length <= 100 && DISPLAY_NAME.test(name) && isEmailAddress(address);
}

const EXPECTED =
  'must be one e-mail address: "you@example.org", "Your Name <you@example.org>" or { "name", "address" }; names without , ; : @ quotes';

export const mailboxSchema = z
  .union([z.string(), z.strictObject({ name: z.string().default(''), address: z.string() })], { error: EXPECTED })
  .transform((written, context): Mailbox => {
    const mailbox = typeof written === 'string' ? parseMailbox(written) : isMailbox(written) ? written : null;
    if (mailbox) return mailbox;
    context.addIssue(EXPECTED);
    return z.NEVER;
  });
