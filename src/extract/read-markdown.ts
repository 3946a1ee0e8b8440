import { decodeHTML } from 'entities';
import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import type { Block } from '../domain/block.ts';
import { BlockWriter } from './block-writer.ts';
import { cleanHref } from './clean-href.ts';
import { type InlineText, InlineWriter, joinLines, plainLine } from './inline-text.ts';
import { mendLinks } from './mend-links.ts';

/** Blocks of a Markdown text (GFM). `base` resolves relative links; "" leaves them as they are. */
export function readMarkdown(markdown: string, base: string): Block[] {
  const reader = new MarkdownReader(base);
  reader.flow(marked.lexer(mendLinks(markdown), { gfm: true }));
  return reader.writer.finish();
}

class MarkdownReader {
  readonly writer = new BlockWriter();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  flow(tokens: readonly Token[]): void {
    for (const token of tokens as readonly MarkedToken[]) this.#block(token);
  }

  #block(token: MarkedToken): void {
    switch (token.type) {
      case 'heading':
        this.writer.heading(token.depth, joinLines(this.#lines(token.tokens)));
        break;
      case 'paragraph':
        this.writer.paragraph(this.#lines(token.tokens));
        break;
      case 'text':
        this.writer.paragraph(this.#lines(token.tokens ?? [token]));
        break;
      case 'list':
        this.#list(token);
        break;
      case 'table':
        this.#table(token);
        break;
      case 'blockquote':
        this.flow(token.tokens);
        break;
      case 'code':
        this.writer.paragraph(token.text.split('\n\n').map(plainLine));
        break;
      case 'html':
        this.writer.paragraph(this.#lines([token]));
        break;
      default:
    }
  }

  #list(list: Tokens.List): void {
    this.writer.openList();
    list.items.forEach((item, index) => {
      const inline = item.tokens.findIndex((token) => token.type === 'text' || token.type === 'paragraph');
      const head = (inline >= 0 && item.tokens.slice(0, inline).every(isBlank) ? item.tokens[inline] : undefined) as
        | Tokens.Text
        | undefined;
      if (head) this.writer.listItem(this.#lines(head.tokens ?? [head]), markerOf(list, item, index));
      this.flow(head ? item.tokens.slice(inline + 1) : item.tokens);
    });
    this.writer.close();
  }

  #table(table: Tokens.Table): void {
    this.writer.openTable();
    for (const row of [table.header, ...table.rows]) {
      this.writer.tableRow(row.map((cell) => this.#lines(cell.tokens)));
    }
    this.writer.close();
  }

  /** The inline content, one entry a line where `<br>` or a hard break ends it. */
  #lines(tokens: readonly Token[]): InlineText[] {
    const lines: InlineText[] = [];
    const inline = new InlineWriter();
    this.#inline(tokens, inline, lines);
    lines.push(inline.take());
    return lines;
  }

  #inline(tokens: readonly Token[], inline: InlineWriter, lines: InlineText[]): void {
    for (const token of tokens as readonly MarkedToken[]) {
      switch (token.type) {
        case 'br':
          lines.push(inline.take());
          break;
        case 'html':
          this.#tag(token.raw, inline, lines);
          break;
        case 'link': {
          const href = cleanHref(decodeHTML(token.href), this.#base);
          if (href !== null) inline.openLink(href);
          this.#inline(token.tokens, inline, lines);
          inline.closeLink();
          break;
        }
        case 'strong':
          inline.openBold();
          this.#inline(token.tokens, inline, lines);
          inline.closeBold();
          break;
        case 'codespan':
          inline.append(token.text);
          break;
        case 'escape':
          inline.append(token.text);
          break;
        case 'image':
        case 'checkbox':
          break;
        default:
          if ('tokens' in token && token.tokens) this.#inline(token.tokens, inline, lines);
          else if ('text' in token) inline.append(decodeHTML(token.text));
      }
    }
  }

  #tag(raw: string, inline: InlineWriter, lines: InlineText[]): void {
    if (/^<br\b/i.test(raw)) lines.push(inline.take());
  }
}

function isBlank(token: Token): boolean {
  return token.type === 'space' || token.type === 'checkbox';
}

// Markdown counts items itself, so the visible number is the start plus the position.
function markerOf(list: Tokens.List, item: Tokens.ListItem, index: number): string | undefined {
  if (!list.ordered) return undefined;
  const sign = /^\s*\d+([.)])/.exec(item.raw)?.[1] ?? '.';
  return `${Number(list.start) + index}${sign}`;
}
