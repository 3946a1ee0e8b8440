import type { PageDocument } from './dom.ts';

declare const document: PageDocument;
declare const location: { readonly href: string };
declare const composedNodes: typeof import('./composed.ts').composedNodes;

export interface TextSample {
  readonly complete: boolean;
  readonly length: number;
  /** FNV-1a over all text. */
  readonly hash: number;
  readonly url: string;
}

/** What the page says at this moment, as a fingerprint. */
export function sample(): TextSample {
  let hash = 0x811c9dc5;
  let length = 0;
  if (document.body) {
    for (const node of composedNodes(document.body, 500_000)) {
      if (node.nodeType !== 3) continue;
      const text = (node.nodeValue ?? '').trim();
      length += text.length;
      for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    }
  }
  return { complete: document.readyState === 'complete', length, hash, url: location.href };
}
