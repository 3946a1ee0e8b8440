import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlatforms } from '../../src/demo/demo-steps.ts';
import { type DemoWeb, startDemoWeb } from '../../src/demo/start-demo-web.ts';
import type { Block } from '../../src/domain/block.ts';
import { extractDocument } from '../../src/extract/extract-document.ts';

let web: DemoWeb;
beforeAll(async () => {
  web = await startDemoWeb();
});
afterAll(() => web.close());

function read(body: Uint8Array, contentType: string) {
  return extractDocument({ documentId: 'demo', url: 'http://127.0.0.1/privacy', contentType, body });
}

/** Kind and text of each block; a table of contents may be read or left out. */
function withoutContents(blocks: readonly Block[]): string[] {
  const says = ({ text, links: [link] }: Block) => !(link?.href.includes('#') && link.end - link.start === text.length);
  return blocks.filter(says).map(({ kind, text }) => `${kind}: ${text}`);
}

const written = demoPlatforms.flatMap(({ id, steps }, index) =>
  steps.flatMap(({ page }, step) => (page.kind === 'policy' ? [{ id, index, step, ...page }] : [])),
);

describe('reading the fictional web', () => {
  it.each(written)('takes from the page of $id at step $step what was written, and no chrome', async (entry) => {
    web.setStep(entry.step);
    const url = web.platforms[entry.index]?.documents[0]?.urls[0] ?? '';
    const response = await fetch(url);
    const page = read(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type') ?? '');
    const source = read(new TextEncoder().encode(entry.markdown), 'text/markdown; charset=utf-8');
    expect(page.verdict).toBe('policy');
    expect(withoutContents(page.blocks)).toEqual(withoutContents(source.blocks));
  });
});
