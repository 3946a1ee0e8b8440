import { asArray, asObject, asString, type LooseObject } from './loose-json.ts';

/** A value and where it was written, so that a mistake found after merging is reported where a person can mend it. */
export interface Placed {
  /** As written, of whatever kind. */
  readonly value: unknown;
  /** Its fields; none where it is no object. */
  readonly raw: LooseObject;
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

/** A value as it counts: the fields of `local`, where it stands, over those of `base`. */
export interface Merged {
  readonly raw: LooseObject;
  readonly base: Placed | null;
  readonly local: Placed | null;
}

export interface MergedPlatform extends Merged {
  readonly documents: readonly Merged[];
}

/** A sources file as parsed, before anything is known about its shape. */
export interface SourcesFile {
  readonly file: string;
  readonly value: unknown;
}

/** Platforms of both files by id, documents of a platform by id; order of the base file, then what is new. */
export function mergeSources(base: SourcesFile, local: SourcesFile | null): readonly MergedPlatform[] {
  return mergeById(platformsOf(base), local ? platformsOf(local) : []).map((platform) => ({
    ...platform,
    documents: mergeById(documentsOf(platform.base), documentsOf(platform.local)),
  }));
}

/** Where a field of a merged value was written. */
export function whereWritten(merged: Merged, field: string): Placed {
  const { base, local } = merged;
  if (local && (field in local.raw || !base)) return local;
  return base ?? { value: undefined, raw: {}, file: '', path: [] };
}

export function platformsOf({ file, value }: SourcesFile): readonly Placed[] {
  return placeAll(asObject(value).platforms, file, ['platforms']);
}

export function documentsOf(platform: Placed | null): readonly Placed[] {
  return platform ? entriesOf(platform, 'documents') : [];
}

/** The members of an array field. */
export function entriesOf({ raw, file, path }: Placed, field: string): readonly Placed[] {
  return placeAll(raw[field], file, [...path, field]);
}

function placeAll(values: unknown, file: string, path: readonly PropertyKey[]): readonly Placed[] {
  return asArray(values).map((value, index) => ({ value, raw: asObject(value), file, path: [...path, index] }));
}

function mergeById(base: readonly Placed[], local: readonly Placed[]): Merged[] {
  const localById = new Map(local.map((placed) => [asString(placed.raw.id), placed]));
  const known = new Set(base.map(({ raw }) => asString(raw.id)));
  const merged = base.map((placed) => {
    const overlay = localById.get(asString(placed.raw.id)) ?? null;
    return { raw: { ...placed.raw, ...overlay?.raw }, base: placed, local: overlay };
  });
  const added = local.filter(({ raw }) => !known.has(asString(raw.id)));
  return [...merged, ...added.map((placed) => ({ raw: placed.raw, base: null, local: placed }))];
}
