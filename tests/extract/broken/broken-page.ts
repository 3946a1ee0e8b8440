import { PARAGRAPHS } from '../read-sample.ts';

export interface BrokenPage {
  readonly name: string;
  readonly body: Uint8Array;
  readonly contentType: string;
  /** Set where what is broken must cost no sentence of the text. */
  readonly keeps?: boolean;
}

export const TEXT = `<h1>Terms</h1>\n${PARAGRAPHS}`;
export const wrapped = (inner: string, head = ''): string =>
  `<!doctype html><html><head><title>Terms</title>${head}</head><body><main>${inner}</main></body></html>`;

export function broken(name: string, source: string | Uint8Array, options: Partial<BrokenPage> = {}): BrokenPage {
  const body = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return { name, body, contentType: 'text/html', ...options };
}
