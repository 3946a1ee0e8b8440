import { stableId } from '../domain/stable-id.ts';
import type { Version } from '../domain/version.ts';
import type { Archive, ImportRecord, StoredVersion } from '../snapshots/archive.ts';
import { placeImported, type StoredHistory } from '../snapshots/place-imported.ts';
import { changeBetween } from './change-between.ts';

/** Nobody waits: what is slow on a busy machine must not become another history. */
export const IMPORT_COMPARING_MS = 60_000;

/** What is stored of a document, to be asked where texts of others belong. */
export async function readStoredHistory(archive: Archive, documentId: string): Promise<StoredHistory> {
  const versions = (await archive.versionsOf(documentId)).toReversed();
  const isOwn = async ({ captureId }: Version): Promise<boolean> =>
    (await archive.captureOf(captureId))?.capture.via !== 'import';
  let firstOwn: Version | null = null;
  for (const version of versions) {
    // One of others that our checks see to hold has our capture, and the date at which they recorded it.
    if (version.provenance !== undefined || !(await isOwn(version))) continue;
    firstOwn = version;
    break;
  }
  const newest = versions.at(-1);
  const before = firstOwn && versions[versions.indexOf(firstOwn) - 1];
  const told = new Set(firstOwn ? await archive.changesOfChecks(documentId) : []);
  return {
    versions,
    firstOwn: firstOwn?.id ?? null,
    firstOwnTold: firstOwn !== null && !!before && told.has(stableId(before.id, firstOwn.id)),
    newestSeen: firstOwn === null && newest !== undefined && (await isOwn(newest)),
  };
}

/** The stored versions that a text comes between. */
export interface Neighbours {
  readonly before: StoredVersion | null;
  readonly after: StoredVersion | null;
}

/** A history into which an import puts one version after the other. */
export class GrowingHistory {
  readonly #archive: Archive;
  #history: StoredHistory;
  readonly #texts = new Map<string, StoredVersion>();

  private constructor(archive: Archive, history: StoredHistory) {
    this.#archive = archive;
    this.#history = history;
  }

  static async open(archive: Archive, documentId: string): Promise<GrowingHistory> {
    return new GrowingHistory(archive, await readStoredHistory(archive, documentId));
  }

  /** Null where a text of that date and repository may not be taken in. */
  async placeOf(text: Parameters<typeof placeImported>[1]): Promise<Neighbours | null> {
    const place = placeImported(this.#history, text);
    if (place === null) return null;
    const wanted = [place.before, place.after].filter((version) => version !== null);
    for (const id of this.#texts.keys()) if (!wanted.some((version) => version.id === id)) this.#texts.delete(id);
    return { before: await this.#textOf(place.before), after: await this.#textOf(place.after) };
  }

  /** The newest version with that hash up to one of that number. */
  knownUpTo(number: number, hash: string): Version | null {
    return this.#history.versions.findLast((version) => version.number <= number && version.hash === hash) ?? null;
  }

  /** What the new version does to those after it: their numbers, what they return to, and the change to the first of them. */
  async follow(next: StoredVersion, { before, after }: Neighbours): Promise<ImportRecord['following']> {
    const { versions } = this.#history;
    if (after === null) {
      this.#grow(next, [...versions, next.version]);
      return undefined;
    }
    const replaces = before ? stableId(before.version.id, after.version.id) : null;
    const told = replaces === null ? null : await this.#archive.change(replaces);
    const at = after.version.number - 1;
    const moved = [...versions.slice(0, at), next.version, ...versions.slice(at).map(raised)];
    const rewritten = moved.map((version, index) => (index <= at ? version : renewed(version, index, moved, next)));
    const [following] = rewritten.slice(at + 1);
    const relinked = { page: after.page, version: following ?? after.version };
    // Of one that our code reads otherwise, or theirs did, it is known that nothing changed.
    const change =
      relinked.version.origin === 'technical'
        ? null
        : changeBetween(next, relinked, {
            ...{ detectedAt: told?.detectedAt ?? relinked.version.capturedAt, budgetMs: IMPORT_COMPARING_MS },
          });
    this.#grow(next, rewritten);
    this.#texts.set(relinked.version.id, relinked);
    const differs = change?.redline.changed && !change.classification.cosmetic;
    const isOther = (version: Version, index: number): boolean =>
      version.origin !== moved[index]?.origin || version.revertsTo !== moved[index]?.revertsTo;
    return { replaces, change: differs ? change : null, rewritten: rewritten.filter(isOther) };
  }

  #grow(next: StoredVersion, versions: readonly Version[]): void {
    this.#history = { ...this.#history, versions };
    this.#texts.set(next.version.id, next);
  }

  async #textOf(version: Version | null): Promise<StoredVersion | null> {
    if (version === null) return null;
    const known = this.#texts.get(version.id) ?? (await this.#archive.version(version.id));
    if (known) this.#texts.set(version.id, known);
    return known;
  }
}

function raised(version: Version): Version {
  return { ...version, number: version.number + 1 };
}

/** A later version beside what is now before it. */
function renewed(version: Version, index: number, all: readonly Version[], next: StoredVersion): Version {
  // Of our own only the first is another: what was told of the others, and is held back of them, stays as it is.
  if (version.provenance === undefined) {
    const isFirst = all[index - 1]?.id === next.version.id;
    const keepsOrigin = version.origin === 'accepted-by-hand' || version.origin === 'technical';
    return isFirst && !keepsOrigin ? { ...version, origin: 'origin-change' } : version;
  }
  if (version.hash !== next.version.hash || version.origin === 'technical') return version;
  const known = all.slice(0, index).findLast(({ hash }) => hash === version.hash);
  // The same words as just before are no return.
  const revertsTo = all[index - 1]?.hash === version.hash ? null : (known?.id ?? null);
  return { ...version, revertsTo };
}
