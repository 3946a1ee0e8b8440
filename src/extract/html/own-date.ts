import type { Block } from '../../domain/block.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:(?<month>${MONTH})\\b\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?|(?<first>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<after>${MONTH})\\b\\.?),? (?<year>(?:19|20)\\d\\d)(?!\\d)`,
  'iu',
);
const LONGEST = 120;

/**
 * Blocks with the date of the document in one order, where a program wrote it. Servers format that date for the country
 * they think the visitor is in ("Effective January 12, 2031", "Effective 12 January 2031"), another one from one request
 * to the next. A program wrote it where the page's data holds the same day in machine form. What a person wrote stays
 * letter for letter, and so does every date inside a sentence.
 */
export function withOwnDates(blocks: readonly Block[], html: string): Block[] {
  return blocks.map((block) => (isDateLine(block) ? inOneOrder(block, html) : block));
}

function inOneOrder(block: Block, html: string): Block {
  const match = DATE.exec(block.text);
  const { month, day, first, after, year } = match?.groups ?? {};
  const index = MONTHS.findIndex((name) =>
    name.toLowerCase().startsWith((month ?? after ?? '-').slice(0, 3).toLowerCase()),
  );
  const dayOfMonth = Number(day ?? first);
  if (!match || index < 0 || !html.includes(machineDate(Number(year), index, dayOfMonth))) return block;
  const written = `${MONTHS[index]} ${dayOfMonth}, ${year}`;
  const end = match.index + match[0].length;
  const moved = (offset: number): number =>
    offset <= match.index ? offset : Math.max(offset, end) + written.length - match[0].length;
  return {
    ...block,
    text: block.text.slice(0, match.index) + written + block.text.slice(end),
    links: block.links.map((link) => ({ ...link, start: moved(link.start), end: moved(link.end) })),
  };
}

function machineDate(year: number, month: number, day: number): string {
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

// What dates a text is a label and a date; a sentence ends like one.
function isDateLine({ kind, text }: Block): boolean {
  if (kind === 'table-row' || text.length > LONGEST || !/\b(?:19|20)\d\d/u.test(text)) return false;
  return !/[.!?;]["'”’)]*$|\p{L}{5,}[.!?;]\s/u.test(text);
}
