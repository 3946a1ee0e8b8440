import type { Block, PolicyText } from '../../src/domain/block.ts';

/**
 * Blocks from a few lines: `# heading`, `- item`, `1. item`, anything else a paragraph. A paragraph that ends in a
 * colon leads in the items after it.
 */
export function policyOf(...lines: readonly string[]): PolicyText {
  const blocks: Block[] = [];
  let path: string[] = [];
  let leadIn: string | null = null;
  for (const line of lines) {
    const heading = /^(#+) (.*)$/.exec(line);
    const item = /^(?:-|(\d+\.)) (.*)$/.exec(line);
    if (heading) {
      const level = heading[1]?.length ?? 1;
      path = path.slice(0, level - 1);
      blocks.push({ kind: 'heading', text: heading[2] ?? '', headingPath: path, leadIn: null, links: [], level });
      path = [...path, heading[2] ?? ''];
      leadIn = null;
    } else if (item) {
      const marker = item[1] === undefined ? {} : { marker: item[1] };
      blocks.push({
        kind: 'list-item',
        text: item[2] ?? '',
        headingPath: path,
        leadIn,
        links: [],
        depth: 0,
        ...marker,
      });
    } else {
      blocks.push({ kind: 'paragraph', text: line, headingPath: path, leadIn: null, links: [] });
      leadIn = line.endsWith(':') ? line : null;
    }
  }
  return { title: 'Policy', language: 'en', blocks };
}

/** Runs as `[-went-]{+came+}`. */
export function marked(runs: readonly { readonly op: string; readonly text: string }[]): string {
  return runs.map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`)).join('');
}
