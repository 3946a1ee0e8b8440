import { decodeHTML } from 'entities';
import type { MarkedToken, Token, Tokens } from 'marked';
import type { Block } from '../domain/block.ts';
import { BlockWriter } from './block-writer.ts';
import { BoundedMemory } from './bounded-memory.ts';
import { cleanHref, isLocal } from './clean-href.ts';
import { type InlineText, InlineWriter, joinLines, plainLine } from './inline-text.ts';
import { type MarkdownEvent, writeEvents } from './markdown-events.ts';
import { lexMarkdown } from './markdown-lexer.ts';
import { mendLinks } from './mend-links.ts';
import { splitMarkdown } from './split-markdown.ts';

type Events = readonly MarkdownEvent[];

/** Several long policies: consecutive versions of one share most of their pieces. */
const MOST_REMEMBERED = 1_500_000;
/** Links are resolved against one base at a time. */
let memory = { base: '', pieces: new BoundedMemory<Events>(MOST_REMEMBERED) };

/** Blocks of a Markdown text (GFM). `base` resolves relative links; "" leaves them as they are. */
export function readMarkdown(markdown: string, base: string): Block[] {
  const mended = mendLinks(markdown);
  const text = mended.includes('\r') ? mended.replace(/\r\n?/g, '\n') : mended;
  const local = isLocal(base) ? '' : base;
  const writer = new BlockWriter();
  const pieces = splitMarkdown(text)?.map((piece) => rememberedEvents(piece, local));
  if (pieces?.every((events) => events !== null)) for (const events of pieces) writeEvents(events, writer);
  else writeEvents(eventsOf(lexMarkdown(text).tokens, local), writer);
  return writer.finish();
}

/** What a piece says, or null where it reaches beyond its end. */
function rememberedEvents(piece: string, base: string): Events | null {
  if (memory.base !== base) memory = { base, pieces: new BoundedMemory(MOST_REMEMBERED) };
  const known = memory.pieces.get(piece);
  if (known) return known;
  // A slice would keep the whole text it was cut from.
  const copy = Buffer.from(piece).toString();
  const { tokens, isOpen } = lexMarkdown(copy === piece ? copy : piece);
  if (isOpen) return null;
  const events = eventsOf(tokens, base);
  if (copy === piece) memory.pieces.set(copy, events);
  return events;
}

function eventsOf(tokens: readonly Token[], base: string): Events {
  const reader = new MarkdownReader(base);
  reader.flow(tokens);
  return reader.events;
}

class MarkdownReader {
  readonly events: MarkdownEvent[] = [];
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
        this.events.push({ kind: 'heading', level: token.depth, inline: joinLines(this.#lines(token.tokens)) });
        break;
      case 'paragraph':
        this.#paragraph(this.#lines(token.tokens));
        break;
      case 'text':
        this.#paragraph(this.#lines(token.tokens ?? [token]));
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
        this.#paragraph(token.text.split('\n\n').map(plainLine));
        break;
      case 'html':
        this.#paragraph(this.#lines([token]));
        break;
      default:
    }
  }

  #paragraph(lines: readonly InlineText[]): void {
    this.events.push({ kind: 'paragraph', lines });
  }

  #list(list: Tokens.List): void {
    this.events.push({ kind: 'open-list' });
    list.items.forEach((item, index) => {
      const inline = item.tokens.findIndex((token) => token.type === 'text' || token.type === 'paragraph');
      const head = (inline >= 0 && item.tokens.slice(0, inline).every(isBlank) ? item.tokens[inline] : undefined) as
        | Tokens.Text
        | undefined;
      if (head) {
        const lines = this.#lines(head.tokens ?? [head]);
        this.events.push({ kind: 'list-item', lines, marker: markerOf(list, item, index) });
      }
      this.flow(head ? item.tokens.slice(inline + 1) : item.tokens);
    });
    this.events.push({ kind: 'close' });
  }

  #table(table: Tokens.Table): void {
    this.events.push({ kind: 'open-table' });
    for (const row of [table.header, ...table.rows]) {
      this.events.push({ kind: 'table-row', cells: row.map((cell) => this.#lines(cell.tokens)) });
    }
    this.events.push({ kind: 'close' });
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
