import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-error.ts';
import { type HistoryEntry, historiesSchema } from './histories-schema.ts';
import { parseJsonc } from './parse-jsonc.ts';
import { readConfigFile } from './read-config-file.ts';
import { validate } from './validate.ts';

/** The table that ships with the package; the same place seen from `src/config` and from `dist/config`. */
const SHIPPED = fileURLToPath(new URL('../../config/histories.json', import.meta.url));

/**
 * Which documents the records of others belong to: `histories.local.jsonc` of the folder first, then its
 * `histories.json` or, where it has none, the shipped table.
 *
 * @throws {ConfigError} `config_invalid`, with every mistake of both files.
 */
export async function loadHistories(dir: string): Promise<readonly HistoryEntry[]> {
  const own = join(dir, 'histories.json');
  const files = [join(dir, 'histories.local.jsonc'), own];
  const [local, base] = await Promise.all(files.map((file) => readHistories(file, { trusted: false })));
  return [...(local ?? []), ...(base ?? (await readHistories(SHIPPED, { trusted: true })) ?? [])];
}

/** Null where there is no such file. */
async function readHistories(
  file: string,
  { trusted }: { readonly trusted: boolean },
): Promise<readonly HistoryEntry[] | null> {
  const read = await readConfigFile(file, { trusted });
  if (read.text === null && read.violations.length === 0) return null;
  const parsed = parseJsonc(read.text ?? '{}', file);
  const checked = validate(historiesSchema, parsed.value ?? {}, { file });
  const violations = [...read.violations, ...parsed.violations, ...checked.violations];
  if (checked.data === null || violations.length > 0) throw new ConfigError(violations);
  return checked.data.openTermsArchive;
}
