import { load } from 'cheerio';

/**
 * What no output may hold as it came from a page: controls but the line feed, what reorders or hides the text around
 * it, half letters.
 */
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Characters of an output that could steer a terminal, by name; line feeds are the program's own. */
export function steeringIn(text: string): string[] {
  const found = text.match(STEERING)?.filter((sign) => sign !== '\n') ?? [];
  return [...new Set(found)].map((sign) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Every element of a page with every attribute: `a[href=…]`. What templates produce is known, all else came from elsewhere. */
export function shapesOf(html: string): Set<string> {
  const shapes = new Set<string>();
  load(html)
    .root()
    .find('*')
    .each((_index, { name, attribs }) => {
      shapes.add(name);
      for (const [attribute, value] of Object.entries(attribs)) shapes.add(`${name}[${attribute}=${value}]`);
    });
  return shapes;
}

export function notIn(all: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !known.has(one));
}

/** Text as people read it, for comparisons: white space and what nobody sees left out. */
export function readable(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]+/gu, '');
}
