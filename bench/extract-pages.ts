import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_SITES } from '../tests/extract/sites/documents.ts';
import { HELP_CENTRES } from '../tests/extract/sites/help-centres.ts';
import { PAGE_BUILDERS } from '../tests/extract/sites/page-builders.ts';
import type { BenchPage } from './extract-ways.ts';

export interface PageSource {
  readonly manifest: string | undefined;
  readonly dir: string | undefined;
  /** At most so many pages. */
  readonly limit: number;
}

interface ManifestLine {
  readonly file: string;
  readonly url?: string;
  readonly page_state?: string;
}

/** Captures spread evenly over a corpus, or the pages of fictional sites where there is none. */
export function benchPages({ manifest, dir, limit }: PageSource): BenchPage[] {
  if (!manifest || !dir || !existsSync(manifest)) return fictionalPages();
  const lines = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ManifestLine)
    .filter((line) => (line.page_state ?? 'ok') === 'ok');
  const step = Math.max(1, lines.length / limit);
  return Array.from({ length: Math.min(limit, lines.length) }, (_, i) => lines[Math.floor(i * step)])
    .filter((line) => line !== undefined)
    .map(({ file, url }) => ({ name: file, url: url ?? 'https://example.org/', body: readFileSync(join(dir, file)) }));
}

function fictionalPages(): BenchPage[] {
  const encoder = new TextEncoder();
  return [...HELP_CENTRES, ...PAGE_BUILDERS, ...DOCUMENT_SITES].map(({ name, page }) => ({
    name,
    url: 'https://fable.example/privacy',
    body: encoder.encode(page(1)),
  }));
}
