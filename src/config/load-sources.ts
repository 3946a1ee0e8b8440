import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Platform } from '../domain/source.ts';
import type { Violation } from './config-error.ts';
import { cssRules } from './css-rules.ts';
import { type Merged, type MergedPlatform, mergeSources, type SourcesFile } from './merge-sources.ts';
import { parseJsonc } from './parse-jsonc.ts';
import { readConfigFile } from './read-config-file.ts';
import { crossRules, duplicateIds } from './sources-rules.ts';
import {
  documentOverlaySchema,
  documentSchema,
  platformOutlineSchema,
  platformOverlaySchema,
  platformSchema,
  sourcesOutlineSchema,
  sourcesSchema,
} from './sources-schema.ts';
import { toPlatform } from './to-platform.ts';
import { validate } from './validate.ts';

/** The list that ships with the package; the same place seen from `src/config` and from `dist/config`. */
const SHIPPED_SOURCES = fileURLToPath(new URL('../../config/sources.json', import.meta.url));

export interface LoadedSources {
  /** Empty when there are violations. */
  readonly platforms: readonly Platform[];
  readonly violations: readonly Violation[];
}

/** `sources.json` of the folder (or the shipped list, where it has none) with `sources.local.jsonc` merged over it. */
export async function loadSources(dir: string): Promise<LoadedSources> {
  const violations: Violation[] = [];
  const own = join(dir, 'sources.json');
  const base = (await readSources(own, { trusted: await isShipped(own), violations })) ??
    (await readSources(SHIPPED_SOURCES, { trusted: true, violations })) ?? { file: SHIPPED_SOURCES, value: undefined };
  const local = await readSources(join(dir, 'sources.local.jsonc'), { trusted: false, violations });
  const merged = mergeSources(base, local);

  if (base.value !== undefined)
    violations.push(...validate(sourcesSchema, base.value, base).violations, ...duplicateIds(base));
  if (local?.value !== undefined)
    violations.push(...checkLocal(local, merged, base.value !== undefined), ...duplicateIds(local));
  if (base.value !== undefined) violations.push(...crossRules(merged), ...(await cssRules(merged)));
  if (violations.length > 0) return { platforms: [], violations };

  const entries = merged.map((platform) =>
    platformSchema.parse({ ...platform.raw, documents: platform.documents.map(({ raw }) => raw) }),
  );
  return { platforms: entries.map(toPlatform), violations: [] };
}

interface Reading {
  readonly trusted: boolean;
  readonly violations: Violation[];
}

/** Null where there is no such file; a file that cannot be used has an undefined value and adds its violations. */
async function readSources(file: string, { trusted, violations }: Reading): Promise<SourcesFile | null> {
  const read = await readConfigFile(file, { trusted });
  violations.push(...read.violations);
  if (read.text === null) return read.violations.length > 0 ? { file, value: undefined } : null;
  const parsed = parseJsonc(read.text, file);
  violations.push(...parsed.violations);
  return { file, value: parsed.value };
}

async function isShipped(file: string): Promise<boolean> {
  const [here, shipped] = await Promise.all([file, SHIPPED_SOURCES].map((path) => realpath(path).catch(() => null)));
  return here !== null && here === shipped;
}

/** What the base list has may be given in part; what is new must be whole. */
function checkLocal(local: SourcesFile, merged: readonly MergedPlatform[], baseIsReadable: boolean): Violation[] {
  // Against a list that could not be read everything would look new, and every field left out like a mistake.
  const mayBePart = ({ base }: Merged) => base !== null || !baseIsReadable;
  const parts = merged.flatMap((platform) => [
    { at: platform.local, schema: mayBePart(platform) ? platformOverlaySchema : platformOutlineSchema },
    ...platform.documents.map((document) => ({
      at: document.local,
      schema: mayBePart(document) ? documentOverlaySchema : documentSchema,
    })),
  ]);
  const found = parts.flatMap(({ at, schema }) =>
    at ? validate<z.ZodType>(schema, at.value, { file: at.file, at: at.path }).violations : [],
  );
  return [...validate(sourcesOutlineSchema, local.value, local).violations, ...found];
}
