import type { SendMailOptions } from 'nodemailer';
import type { Message } from '../domain/alert.ts';
import { visibleText } from './visible-text.ts';

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * A frozen message as nodemailer takes it. Everything that nodemailer would else choose by time or chance (date,
 * Message-ID, boundaries) is given, so that sending again sends the same bytes.
 */
export function mimeOptions(message: Message, from: Sender): SendMailOptions {
  const [id = ''] = message.messageId.split('@');
  const domain = visibleText(from.address).split('@').at(-1) ?? '';
  return {
    from: addressOf(from),
    // Never a string: "a@b\r\nBcc: c@d" would be read as a group of addresses, and c would get the mail.
    to: addressOf(message.to),
    subject: visibleText(message.subject),
    messageId: `<${message.messageId.replace(/[<>\s\p{Cc}]/gu, '')}>`,
    date: new Date(message.date),
    text: message.text,
    html: message.html,
    encoding: encodingFor(message.text + message.html),
    baseBoundary: id.replace(/[^\w-]/g, ''),
    list: { id: { url: `clausewatch.${domain}`, comment: 'clausewatch alerts' } },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Clausewatch-Id': id,
    },
    xMailer: false,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function addressOf({ name, address }: Sender): { name: string; address: string } {
  return { name: visibleText(name), address: visibleText(address) };
}

/** Quoted-printable can be read as it stands but triples what is not ASCII. */
function encodingFor(content: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.from(content);
  const ascii = bytes.reduce((count, byte) => count + (byte < 128 ? 1 : 0), 0);
  return ascii + (bytes.length - ascii) * 3 <= (bytes.length * 4) / 3 ? 'quoted-printable' : 'base64';
}
