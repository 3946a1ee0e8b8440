import { visibleText } from './visible-text.ts';

const SHORTEST = 3;

/**
 * Text of a mail server without our secrets: some servers repeat the command they refuse. Each secret is taken out as
 * it is, as it looks with white space folded, percent-encoded and in base64. To be called before the text is cut, as
 * half a secret would not be found.
 */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap(spellingsOf)
    .toSorted((a, b) => b.length - a.length)
    .reduce((clean, spelling) => clean.replaceAll(spelling, '***'), text);
}

function spellingsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const spellings = [secret, visibleText(secret), encodeURIComponent(secret), base64];
  return spellings.filter((spelling) => spelling.length >= SHORTEST);
}
