import type { Message } from '../domain/alert.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';

/** What the configuration files of the demo hold, as values of JSON: the printed commands read the same files. */
export interface DemoConfig {
  /** For `settings.jsonc`. */
  readonly settings: object;
  /** For `sources.json`. */
  readonly sources: object;
}

/** A configuration that watches the fictional platforms where they are being served, and nothing else. */
export function demoConfig(platforms: readonly Platform[], recipient: Message['to']): DemoConfig {
  const urls = platforms.flatMap(({ documents }) => documents.flatMap((document) => document.urls));
  return {
    settings: {
      contact: 'mailto:demo@clausewatch.example',
      subscriptions: [{ id: 'demo', to: recipient, selectors: ['*'], topics: 'all', minSeverity: 'none' }],
      mail: { from: 'clausewatch demo <demo@clausewatch.example>' },
      // Each platform has a server of its own that belongs to us: nobody needs the pause.
      http: { allowLoopback: true, allowedPorts: urls.map((url) => Number(new URL(url).port)), minPauseMs: 0 },
      // They answer the same to everybody: the second look needs no pause either.
      schedule: { confirmAfter: '0s' },
    },
    sources: {
      platforms: platforms.map(({ documents, ...platform }) => ({ ...platform, documents: documents.map(toEntry) })),
    },
  };
}

function toEntry({ id, platform, appliesTo, ...document }: WatchedDocument): object {
  return {
    ...document,
    id: id.slice(platform.length + 1),
    appliesTo: appliesTo.filter((other) => other !== platform),
  };
}
