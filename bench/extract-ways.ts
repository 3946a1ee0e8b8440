import { Readability } from '@mozilla/readability';
import { load } from 'cheerio';
import { JSDOM, VirtualConsole } from 'jsdom';
import TurndownService from 'turndown';
import { extractDocument } from '../src/extract/extract-document.ts';

export interface BenchPage {
  readonly name: string;
  readonly url: string;
  readonly body: Uint8Array;
}

/** Ways to get from the bytes of a page to its text, and the floors below them: parsing and nothing else. */
export const WAYS = {
  ours: ({ name, url, body }: BenchPage): unknown =>
    extractDocument({ documentId: name, url, contentType: 'text/html; charset=utf-8', body }),
  htmlparser2: ({ body }: BenchPage): unknown => load(textOf(body), { xml: { xmlMode: false } }),
  parse5: ({ body }: BenchPage): unknown => load(textOf(body)),
  readability: (page: BenchPage): unknown =>
    inWindow(page, (document) => new Readability(document).parse()?.textContent),
  turndown: (page: BenchPage): unknown => inWindow(page, ({ body }) => new TurndownService().turndown(body)),
} as const;

export type Way = keyof typeof WAYS;
export const WAY_NAMES = Object.keys(WAYS) as readonly Way[];

function inWindow({ body, url }: BenchPage, action: (document: JSDOM['window']['document']) => unknown): unknown {
  // Without a console of its own jsdom prints every style sheet it cannot read.
  const { window } = new JSDOM(textOf(body), { url, virtualConsole: new VirtualConsole() });
  const result = action(window.document);
  window.close();
  return result;
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}
