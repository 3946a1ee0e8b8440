import { Marked, type Token, type TokensList } from 'marked';
import type { PageDesign } from './demo-platform.ts';
import { slug } from './slug.ts';

const classic = new Marked({
  gfm: true,
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

// A redesign as real ones are: other elements and classes around the same words.
const modern = new Marked({
  gfm: true,
  renderer: {
    paragraph({ tokens }) {
      return `<div class="c-text c-text--body"><span class="c-text__inner">${this.parser.parseInline(tokens)}</span></div>\n`;
    },
    heading({ tokens, depth, text }) {
      const words = this.parser.parseInline(tokens);
      return `<h${depth} id="${slug(text)}" class="c-heading c-heading--${depth}"><span>${words}</span></h${depth}>\n`;
    },
    list({ items, ordered }) {
      const tag = ordered ? 'ol' : 'ul';
      const rows = items.map((item) => `<li class="c-list__item"><div>${this.parser.parse(item.tokens)}</div></li>`);
      return `<${tag} class="c-list" role="list">${rows.join('\n')}</${tag}>\n`;
    },
    strong({ tokens }) {
      return `<b class="c-strong">${this.parser.parseInline(tokens)}</b>`;
    },
  },
});

/** The policy's own HTML, without anything around it. */
export function renderPolicy(markdown: string, design: PageDesign): string {
  if (design === 'classic') return withSourceIndent(classic.parse(markdown, { async: false }));
  const sections = splitSections(modern.lexer(markdown)).map((tokens) => modern.parser(tokens));
  return sections
    .map((html) => `<section class="c-section"><div class="c-section__cell">${html}</div></section>`)
    .join('');
}

/** Headings of the second level, in order: what a table of contents lists. */
export function sectionTitles(markdown: string): string[] {
  return classic
    .lexer(markdown)
    .filter((token) => token.type === 'heading' && token.depth === 2)
    .map((token) => ('text' in token ? String(token.text) : ''));
}

function splitSections(tokens: TokensList): Token[][] {
  const sections: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'heading' && token.depth === 2) sections.push([]);
    sections.at(-1)?.push(token);
  }
  return sections.filter((section) => section.length > 0);
}

// Pages come indented by their templating system: white space that must mean nothing.
function withSourceIndent(html: string): string {
  return html.replace(/^/gm, '            ');
}
