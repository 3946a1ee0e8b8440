/**
 * One way of saying something, of our own writing, in the manner of the documents of one line of business.
 *
 * `says`: what it states about training, separated by spaces, a kind ("trains-on") or a whole fact ("opt-out:form");
 * "ai-other" where it only speaks of AI; empty where it does neither. A fact that an opt-out, a consent or an exclusion
 * implies need not be named.
 */
export interface Phrasing {
  readonly says: string;
  readonly text: string;
  readonly headings?: readonly string[];
  readonly leadIn?: string;
}

/** Reads lines of "what it says | the text"; a text may be "heading > text", or "lead-in: >> item". */
export function phrasings(lines: string): Phrasing[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const bar = line.indexOf('|');
      const says = line.slice(0, bar).trim();
      const whole = line.slice(bar + 1).trim();
      const [above, under] = whole.includes(' ># ') ? whole.split(' ># ') : [undefined, whole];
      const [leadIn, item] = under?.includes(' >> ') ? under.split(' >> ') : [undefined, under];
      return {
        says,
        text: item ?? '',
        ...(above === undefined ? {} : { headings: [above] }),
        ...(leadIn === undefined ? {} : { leadIn }),
      };
    });
}
