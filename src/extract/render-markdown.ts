import type { Block } from '../domain/block.ts';
import { escapeLine, linkedText } from './escape-markdown.ts';

/**
 * Markdown of the blocks: equal blocks give equal bytes, and text of a page never becomes markup. Bullets are `*` and
 * markers that Markdown cannot count stand in the text, so that the words of the Markdown are the words of the hash.
 */
export function renderMarkdown(blocks: readonly Block[]): string {
  const lines: string[] = [];
  const list = new ListIndent();
  let before: Block | undefined;
  blocks.forEach((block, index) => {
    const goesOn = before?.kind === block.kind && (block.kind === 'list-item' || block.kind === 'table-row');
    if (!goesOn) {
      list.restart();
      if (before) lines.push('');
    }
    if (block.kind === 'table-row') {
      lines.push(`| ${linkedText(block, ' | ')} |`);
      if (!goesOn) lines.push(`|${' --- |'.repeat(columnsFrom(blocks, index))}`);
    } else if (block.kind === 'list-item') lines.push(list.line(block));
    else lines.push(block.kind === 'heading' ? heading(block) : escapeLine(linkedText(block)));
    before = block;
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function heading(block: Block): string {
  // A closing run of # would be taken for decoration.
  return `${'#'.repeat(block.level ?? 1)} ${linkedText(block).replace(/#(?=#*$)/g, '\\#')}`;
}

function columnsFrom(blocks: readonly Block[], first: number): number {
  return (blocks[first]?.text.split(' | ') ?? ['']).length;
}

/** Indentation of nested items: each level starts where the text of its parent does. */
class ListIndent {
  #levels: { width: number; number: number | null }[] = [];

  restart(): void {
    this.#levels = [];
  }

  line(item: Block): string {
    const depth = Math.min(item.depth ?? 0, this.#levels.length);
    const indent = this.#levels.slice(0, depth).reduce((sum, level) => sum + level.width, 0);
    const [number, sign] = countable(item.marker);
    const last = this.#levels[depth]?.number ?? null;
    const counted = number !== null && (this.#levels[depth] === undefined || last === number - 1);
    const bullet = counted ? `${number}${sign}` : '*';
    const marker = item.marker === undefined || counted ? '' : `${item.marker} `;
    const text = escapeLine(`${marker}${linkedText(item)}`);
    this.#levels = [...this.#levels.slice(0, depth), { width: bullet.length + 1, number: counted ? number : null }];
    return `${' '.repeat(indent)}${bullet} ${text}`;
  }
}

function countable(marker: string | undefined): readonly [number | null, string] {
  const match = /^(\d{1,9})([.)])$/.exec(marker ?? '');
  return match ? [Number(match[1]), match[2] ?? '.'] : [null, ''];
}
