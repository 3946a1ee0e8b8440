import type { Platform, WatchedDocument } from '../domain/source.ts';
import { durationMs } from './duration.ts';
import type { DocumentEntry, PlatformEntry } from './sources-schema.ts';

/** A checked entry of a sources file in the form everything else works with. */
export function toPlatform({ enabled, owner, every, ...entry }: PlatformEntry): Platform {
  const platform = { id: entry.id, enabled, every };
  const documents = entry.documents.map((document) => toDocument(document, platform));
  return { ...entry, owner: owner ?? entry.name, documents };
}

function toDocument(
  { every: ownEvery, ...entry }: DocumentEntry,
  platform: { readonly id: string; readonly enabled: boolean; readonly every: string | undefined },
): WatchedDocument {
  const every = ownEvery ?? platform.every;
  return {
    ...entry,
    id: `${platform.id}/${entry.id}`,
    platform: platform.id,
    appliesTo: [...new Set([platform.id, ...entry.appliesTo])],
    enabled: entry.enabled && platform.enabled,
    ...(every === undefined ? {} : { everyMs: durationMs(every) }),
  };
}
