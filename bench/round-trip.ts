import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../src/snapshots/archive.ts';
import { openSqliteArchive } from '../src/storage/sqlite/open-sqlite-archive.ts';

/** What two archives hold of the same documents, and where they differ. */
export interface Comparison {
  readonly documents: number;
  readonly versions: number;
  readonly changes: number;
  readonly suspects: number;
  /** Of each document that differs, what it holds on one side only. */
  readonly differences: readonly string[];
}

/** Each line of what is remembered: texts by their hash, as git compares them. */
type Lines = ReadonlyMap<'versions' | 'changes' | 'suspects', readonly string[]>;

/** Compares versions, changes and suspects of every document of two archives, by all that a reader sees of them. */
export async function compareArchives(before: string, after: string): Promise<Comparison> {
  for (const dir of [before, after]) if (!existsSync(dir)) throw new Error(`${dir}: no archive`);
  const [one, other] = [await openSqliteArchive({ dir: before }), await openSqliteArchive({ dir: after })];
  const totals = { documents: 0, versions: 0, changes: 0, suspects: 0 };
  const differences: string[] = [];
  const ids = new Set([...(await one.archive.documentIds()), ...(await other.archive.documentIds())]);
  for (const id of [...ids].toSorted()) {
    const [was, is] = [await linesOf(one.archive, id), await linesOf(other.archive, id)];
    totals.documents += 1;
    for (const [kind, lines] of was) {
      totals[kind] += lines.length;
      const [gone, come] = [onlyIn(lines, is.get(kind)), onlyIn(is.get(kind), lines)];
      differences.push(...gone.map((line) => `${id}: lost ${kind} ${line}`));
      differences.push(...come.map((line) => `${id}: new ${kind} ${line}`));
    }
  }
  await Promise.all([one.close(), other.close()]);
  return { ...totals, differences };
}

export function archiveIn(dir: string, name: string): string {
  return join(dir, name, 'snapshots');
}

function onlyIn(lines: readonly string[] = [], others: readonly string[] = []): string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}

async function linesOf(archive: Archive, documentId: string): Promise<Lines> {
  const versions: string[] = [];
  for (const { id } of await archive.versionsOf(documentId)) {
    const stored = await archive.version(id);
    // How it was read is ours, and which capture it was follows from the rest.
    const { fingerprint: _, captureId: __, ...version } = stored?.version ?? {};
    versions.push(JSON.stringify({ ...version, text: sha256Of(JSON.stringify(stored?.page)) }));
  }
  const changes = (await archive.changes({ documentIds: [documentId] })).map(
    ({ id, before, after, detectedAt, redline, classification }) =>
      JSON.stringify({
        ...{ id, before: before.id, after: after.id, detectedAt, classification },
        redline: sha256Of(JSON.stringify(redline)),
      }),
  );
  const suspects: string[] = [];
  for (const suspect of await archive.allSuspectsOf(documentId)) {
    const { reason, pageHash, capture } = suspect;
    const text = sha256Of(await archive.bodyOf(suspect));
    suspects.push(JSON.stringify({ at: capture.fetchedAt, url: capture.url, reason, pageHash, text }));
  }
  return new Map([
    ['versions', versions],
    ['changes', changes],
    ['suspects', suspects],
  ]);
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
