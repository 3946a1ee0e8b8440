import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TestDocument {
  readonly id: string;
  readonly url: string | readonly string[];
  /** Default "http": with "auto", a page that is no policy starts a browser. */
  readonly fetch?: 'auto' | 'http' | 'browser';
  readonly appliesTo?: readonly string[];
  readonly remove?: readonly string[];
}

/** A configuration folder that watches these documents of one fictional platform on loopback. */
export async function writeTestConfig(
  dir: string,
  documents: readonly TestDocument[],
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const platform = {
    id: 'plumbago',
    name: 'Plumbago',
    owner: 'Plumbago Ltd.',
    noAiPage: { reason: 'a fictional platform', date: '2026-11-23' },
    controls: [
      {
        id: 'ai-switch',
        name: 'Use my content for AI',
        kind: 'toggle',
        steps: ['Settings', 'Privacy', 'Use my content for AI: off'],
        regions: ['global'],
        default: 'on',
        limits: ['does not undo training that took place'],
        lastKnownTrue: '2026-11-01',
        readAt: 'https://plumbago.example/help/ai',
      },
    ],
    documents: documents.map(({ id, url, fetch = 'http', appliesTo = [], remove = [] }) => ({
      id,
      name: `Plumbago ${id}`,
      kind: 'privacy-policy',
      urls: [url].flat(),
      fetch,
      appliesTo,
      remove,
    })),
  };
  const others = new Set(documents.flatMap(({ appliesTo = [] }) => appliesTo));
  const sisters = [...others].map((id) => ({
    ...{ id, name: id, owner: 'Plumbago Ltd.', noAiPage: platform.noAiPage, controls: platform.controls },
    documents: [{ id: 'notice', name: 'Notice', kind: 'help', urls: ['http://127.0.0.1:9/notice'], enabled: false }],
  }));
  const http = { allowLoopback: true, minPauseMs: 0, attempts: 1, backoffMs: 0 };
  await writeFile(join(dir, 'sources.json'), JSON.stringify({ platforms: [platform, ...sisters] }), { mode: 0o600 });
  // The second look at other words comes at once.
  const schedule = { confirmAfter: '0s', ...(settings.schedule as object | undefined) };
  const all = { http, web: { port: 0 }, ...settings, schedule };
  await writeFile(join(dir, 'settings.jsonc'), JSON.stringify(all), { mode: 0o600 });
}
