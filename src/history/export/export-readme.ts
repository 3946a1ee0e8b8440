import type { Provenance, Version } from '../../domain/version.ts';

/** What lies beside an export: how it is laid out, and whom to name for what was imported. */
export function exportReadme(layout: string, versions: readonly Version[]): string {
  const sources = new Map<string, Provenance>();
  for (const { provenance } of versions) if (provenance) sources.set(provenance.repository, provenance);
  const named = [...sources.values()]
    .toSorted((a, b) => (a.repository < b.repository ? -1 : 1))
    .map(({ repository, licence }) => `- ${repository}: ${licence ?? 'names no licence; ask before you publish'}`);
  const attribution = named.length === 0 ? [] : ['', '## Where texts come from', '', ...named];
  return ['# Policies and their versions', '', 'Written by clausewatch.', '', layout, ...attribution, ''].join('\n');
}
