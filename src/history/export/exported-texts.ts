import type { ExtractedPage } from '../../domain/block.ts';
import type { Instant } from '../../domain/capture.ts';
import type { Provenance, Version } from '../../domain/version.ts';
import type { Archive, Suspect } from '../../snapshots/archive.ts';
import type { WrittenVersion } from '../ota/commit-message.ts';
import type { TermsName } from '../ota/terms-path.ts';

/** One version, or suspect, as it leaves the archive. */
export interface ExportedText {
  readonly name: TermsName;
  readonly body: Uint8Array;
  readonly written: WrittenVersion;
}

export interface TextSource {
  readonly archive: Archive;
  readonly documentIds: readonly string[];
  /** How Open Terms Archive would call it. */
  readonly nameOf: (documentId: string, path: string | null) => TermsName;
  /** Reads a suspect as it would be read today. */
  readonly readSuspect: (suspect: Suspect) => Promise<ExtractedPage>;
}

export async function countVersions({ archive, documentIds }: TextSource): Promise<number> {
  const counts = await archive.status(documentIds);
  return counts.reduce((sum, { versions }) => sum + versions, 0);
}

/** Every version of the documents in the order of their dates; one text at a time in memory. */
export async function* exportedVersions(source: TextSource): AsyncGenerator<ExportedText> {
  const { archive, documentIds, nameOf } = source;
  const all: Version[] = [];
  const detected = new Map<string, Instant>();
  for (const id of documentIds) {
    all.push(...(await archive.versionsOf(id)));
    for (const { after, detectedAt } of await archive.changeOutlines({ documentIds: [id] }))
      if (detectedAt !== after.capturedAt) detected.set(after.id, detectedAt);
  }
  const left = new Set<string>();
  for (const version of all.toSorted(byDate)) {
    const { documentId, capturedAt, captureId, origin, number, provenance } = version;
    const detectedAt = detected.get(version.id);
    yield {
      name: nameOf(documentId, provenance?.path ?? null),
      body: await bodyOf(archive, version, left),
      written: {
        ...{ documentId, capturedAt, captureId, origin, isFirst: number === 1 },
        ...(detectedAt === undefined ? {} : { detectedAt }),
        ...(provenance === undefined ? {} : { provenance }),
      },
    };
  }
}

/** What is kept and is no version. */
export async function* exportedSuspects(source: TextSource): AsyncGenerator<ExportedText> {
  const { archive, documentIds, nameOf, readSuspect } = source;
  for (const documentId of documentIds) {
    const provenanceOf = await provenancesOf(archive, documentId);
    for (const suspect of await archive.allSuspectsOf(documentId)) {
      const { capture, id: captureId, reason } = suspect;
      const isMarkdown = capture.via === 'import';
      const provenance = isMarkdown ? provenanceOf(suspect) : null;
      yield {
        name: nameOf(documentId, provenance?.path ?? null),
        body: isMarkdown ? await archive.bodyOf(suspect) : Buffer.from((await readSuspect(suspect)).markdown),
        written: {
          ...{ documentId, capturedAt: capture.fetchedAt, captureId, origin: null, reason, isFirst: false },
          ...(provenance === null ? {} : { provenance }),
        },
      };
    }
  }
}

/** Where an imported suspect comes from: its commit from the log of imports, its licence as that of the texts beside it. */
async function provenancesOf(archive: Archive, documentId: string): Promise<(suspect: Suspect) => Provenance | null> {
  const keys = await archive.importsOf(documentId);
  const versions = await archive.versionsOf(documentId);
  return ({ capture }) => {
    const key = keys.find(
      ({ capturedAt, path }) => capturedAt === capture.fetchedAt && capture.url.endsWith(`/${path}`),
    );
    if (key === undefined) return null;
    const { commit, path } = key;
    const repository = capture.url.slice('ota:'.length, -path.length - 1);
    const beside = versions.find(({ provenance }) => provenance?.repository === repository);
    return { repository, commit, path, licence: beside?.provenance?.licence ?? null };
  };
}

/** What was imported leaves as it came, once; of what was captured, or read again by newer code, the reading, as Markdown. */
async function bodyOf(archive: Archive, version: Version, left: Set<string>): Promise<Uint8Array> {
  const isNew = !left.has(version.captureId);
  left.add(version.captureId);
  const stored = version.provenance && isNew ? await archive.captureOf(version.captureId) : null;
  if (stored?.capture.via === 'import') return archive.bodyOf(stored);
  const found = await archive.version(version.id);
  // Versions are never removed: one that is listed and not there is a damaged archive, which `verify` names.
  if (found === null) throw new Error(`version ${version.id} is not there`);
  return Buffer.from(found.page.markdown);
}

function byDate(a: Version, b: Version): number {
  if (a.capturedAt !== b.capturedAt) return a.capturedAt < b.capturedAt ? -1 : 1;
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return a.number - b.number;
}
