import { z } from 'zod';
import { SEVERITIES } from '../../domain/fact.ts';
import type { ChangeOutline, Version } from '../../domain/version.ts';
import type { Archive } from '../../snapshots/archive.ts';

const instant = z.iso.datetime({ precision: 3 }).describe('UTC with milliseconds');
const id = z.string().describe('Deterministic: equal in every archive');

const versionRecord = z.strictObject({
  type: z.literal('version'),
  id,
  document: z.string().describe('platform/document'),
  number: z.int().min(1),
  origin: z.enum([
    ...['first', 'change', 'technical', 'accepted-late', 'accepted-by-hand', 'imported', 'origin-change'],
  ] as const),
  capturedAt: instant,
  title: z.string(),
  language: z.string().describe('BCP 47 primary subtag; "und" where it cannot be told'),
  words: z.int(),
  hash: z.string().describe('SHA-256 of the words: equal hashes mean the same words'),
  revertsTo: z.string().nullable().describe('Id of the earlier version with these words'),
  provenance: z
    .strictObject({
      repository: z.string(),
      commit: z.string(),
      path: z.string(),
      licence: z.string().nullable().describe('SPDX identifier'),
    })
    .nullable()
    .describe('Set where others recorded it'),
  markdown: z.string().describe('The text as it was read'),
});

const factChange = z.strictObject({
  fact: z.string().describe('As in docs/reference/facts.md'),
  effect: z.enum(['added', 'removed', 'reworded']),
  topic: z.string(),
  direction: z.string(),
  before: z.string().nullable().describe('The sentence that stated it'),
  after: z.string().nullable().describe('The sentence that states it'),
});

const changeRecord = z.strictObject({
  type: z.literal('change'),
  id,
  document: z.string(),
  before: z.string().describe('Id of the version before'),
  after: z.string().describe('Id of the version after'),
  detectedAt: instant,
  topics: z.array(z.string()),
  severity: z.enum(SEVERITIES),
  direction: z.string(),
  rulesVersion: z.string().describe('Of the rules that told what it means'),
  facts: z.array(factChange),
});

/** One line of `export json`. */
export const exportRecordSchema = z.discriminatedUnion('type', [versionRecord, changeRecord]);
export type ExportRecord = z.output<typeof exportRecordSchema>;

/** The records of one document, oldest first, each change after the version it led to. */
export async function* recordsOf(archive: Archive, documentId: string): AsyncGenerator<ExportRecord> {
  const changes = new Map<string, ChangeOutline>();
  for (const change of await archive.changeOutlines({ documentIds: [documentId] }))
    changes.set(change.after.id, change);
  for (const version of (await archive.versionsOf(documentId)).toReversed()) {
    const stored = await archive.version(version.id);
    if (stored) yield versionRecordOf(version, stored.page.markdown);
    const change = changes.get(version.id);
    if (change) yield changeRecordOf(change);
  }
}

function versionRecordOf(version: Version, markdown: string): ExportRecord {
  const { documentId, captureId: _, fingerprint: __, provenance = null, ...rest } = version;
  return { type: 'version', document: documentId, ...rest, provenance, markdown };
}

function changeRecordOf({
  id: changeId,
  documentId,
  before,
  after,
  detectedAt,
  classification,
}: ChangeOutline): ExportRecord {
  const { topics, severity, direction, rulesVersion, facts } = classification;
  return {
    type: 'change',
    ...{ id: changeId, document: documentId, before: before.id, after: after.id, detectedAt },
    ...{ topics: [...topics], severity, direction, rulesVersion },
    facts: facts.map(({ before: was, after: is, ...fact }) => ({
      ...fact,
      before: was?.quote ?? null,
      after: is?.quote ?? null,
    })),
  };
}
