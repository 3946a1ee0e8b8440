import type { PolicyText } from '../domain/block.ts';

const OPENING_BLOCKS = 4;
// The whole line: a menu or a sentence may mention the policy anywhere.
const NAME_OF_POLICY = /^.{0,30}privacy (?:policy|notice|statement)$/i;
const ABOUT_DATA = /privacy|data protection|personal data|personal information/i;

/** Is this a document that tells what is done with people's data? Told by its title or by its first lines. */
export function isAboutData({ title, blocks }: PolicyText): boolean {
  if (ABOUT_DATA.test(title)) return true;
  return blocks.slice(0, OPENING_BLOCKS).some(({ text }) => NAME_OF_POLICY.test(text));
}
