import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const STAGES = ['fetchers', 'extract', 'snapshots', 'diff', 'classify', 'notify'];

/** Folder → folders it may import from besides itself. What is not listed may not exist. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['domain']])),
  schedule: ['domain'],
  config: ['domain'],
  demo: ['domain'],
  history: ['domain', 'snapshots'],
  storage: ['domain', 'fetchers', 'snapshots', 'notify'],
  pipeline: ['domain', ...STAGES],
  'pipeline.ts': ['domain', ...STAGES, 'pipeline'],
  'app.ts': ['domain', ...STAGES, 'storage', 'config', 'schedule', 'pipeline.ts'],
  'index.ts': ['domain', ...STAGES, 'storage', 'config', 'pipeline.ts', 'app.ts'],
  web: ['domain'],
  cli: ['domain', ...STAGES, 'storage', 'config', 'schedule', 'demo', 'history', 'web', 'pipeline.ts', 'app.ts'],
};
/** Adapters know the ports they implement and nothing else of a stage. */
const PORTS_OF_STORAGE = [
  'fetchers/host-slots.ts',
  'fetchers/robots-store.ts',
  'snapshots/archive.ts',
  'snapshots/content-store.ts',
  'notify/outbox.ts',
];

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;

interface Edge {
  readonly file: string;
  readonly target: string;
}

const files = globSync('**/*.ts', { cwd: 'src' }).map((file) => file.replaceAll('\\', '/'));
const edges: Edge[] = files.flatMap((file) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)].map(([, target = '']) => ({ file, target })),
);
const inner = edges
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, target: normalize(join(dirname(file), target)) }));

function unitOf(path: string): string {
  return path.split('/')[0] ?? path;
}

describe('architecture', () => {
  it('sees the code it judges', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(inner.length).toBeGreaterThan(100);
  });

  it('has only folders whose place is decided', () => {
    expect([...new Set(files.map(unitOf))].filter((unit) => !(unit in ALLOWED))).toEqual([]);
  });

  it('lets dependencies point one way', () => {
    const wrong = inner.filter(({ file, target }) => {
      const from = unitOf(file);
      const to = unitOf(target);
      return from !== to && !ALLOWED[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('lets storage adapters import only the ports they implement', () => {
    const wrong = inner.filter(
      ({ file, target }) =>
        unitOf(file) === 'storage' &&
        /^(fetchers|snapshots|notify)\//.test(target) &&
        !PORTS_OF_STORAGE.includes(target),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps packages out of the domain', () => {
    const wrong = edges.filter(
      ({ file, target }) => unitOf(file) === 'domain' && !target.startsWith('.') && target !== 'node:crypto',
    );
    expect(wrong).toEqual([]);
  });

  it('builds adapters in the composition root only', () => {
    const adapters = /new (HttpFetcher|BrowserFetcher|WorkerExtractor|SmtpMailer|FileMailer)\b/;
    const builders = files.filter((file) => adapters.test(readFileSync(join('src', file), 'utf8')));
    expect(builders).toEqual(['app.ts']);
  });

  it('loads playwright and what drives it only when a document needs a browser', () => {
    const early = /^import (?!type )[^;]*from '(playwright[^']*|[^']*browser-fetcher\.ts)'/m;
    const loading = files.filter((file) => early.test(readFileSync(join('src', file), 'utf8')));
    expect(loading).toEqual([]);
  });
});
