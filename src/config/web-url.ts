import { z } from 'zod';

// The URL parser silently drops tabs and line ends and trims blanks: what is written must be what is used.
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** Whether the text, as it stands, is an http or https address without credentials. */
export function isWebUrl(text: string): boolean {
  if (!VISIBLE_ASCII.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '' && password === '';
}

export const webUrl = z
  .string()
  .max(2000)
  .refine(isWebUrl, 'must be a complete http or https URL, without a user name or password')
  .meta({ format: 'uri', pattern: '^https?://' });
