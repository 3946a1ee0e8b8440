import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { DATABASE_NAME, isManifest, MANIFEST_NAME, mayHold } from './backup-layout.ts';

export interface BackupLimits {
  readonly maxEntries: number;
  /** Of all entries together. */
  readonly maxBytes: number;
  /** Of one text or page. */
  readonly maxFileBytes: number;
  /** How many times its size a backup may unpack to, once that is more than `ratioFromBytes`. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
}

export const BACKUP_LIMITS: Omit<BackupLimits, 'maxBytes'> = {
  maxEntries: 5_000_000,
  maxFileBytes: 256 * 1024 ** 2,
  maxRatio: 200,
  ratioFromBytes: 256 * 1024 ** 2,
};

/**
 * Unpacks a backup into a new folder of ours. It is foreign data: only plain files under names that an archive can have
 * are taken, none twice, within the limits. Throws `backup_invalid` or `backup_too_large`.
 */
export async function unpackBackup(file: string, into: string, limits: BackupLimits): Promise<void> {
  const entries = extract();
  const seen = new Set<string>();
  const piping = pipeline(createReadStream(file), createZstdDecompress(), meter(file, limits), entries);
  // Heard of below; without a listener an early failure would end the process.
  piping.catch(() => {});
  try {
    for await (const entry of entries) {
      const { header } = entry;
      assertEntry(header, { seen, limits, file });
      seen.add(header.name.toLowerCase());
      // Its own type does not say that it gives bytes.
      await writeEntry(entry as AsyncIterable<Uint8Array>, header.name, into);
      if (seen.size === 1) await assertManifest(into, file);
    }
    await piping;
  } catch (error) {
    throw await explain(error, piping, file);
  }
  if (!seen.has(DATABASE_NAME)) throw invalid(file, 'it ends before its database');
}

interface EntryRules {
  readonly seen: ReadonlySet<string>;
  readonly limits: BackupLimits;
  readonly file: string;
}

function assertEntry({ name, type, size }: Header, { seen, limits, file }: EntryRules): void {
  const shown = JSON.stringify(name);
  if (seen.size === 0 && name !== MANIFEST_NAME) throw invalid(file, 'it does not begin as one');
  if (type !== 'file') throw invalid(file, `${shown} is a ${type}, not a plain file`);
  if (name !== MANIFEST_NAME && name !== DATABASE_NAME && !mayHold(name)) {
    throw invalid(file, `${shown} cannot be part of an archive`);
  }
  // Some file systems know no case.
  if (seen.has(name.toLowerCase())) throw invalid(file, `${shown} is there twice`);
  if (seen.size >= limits.maxEntries) throw tooLarge(file, `more than ${limits.maxEntries} entries`);
  if (name !== DATABASE_NAME && size > limits.maxFileBytes) throw tooLarge(file, `${shown} has ${size} bytes`);
}

async function assertManifest(into: string, file: string): Promise<void> {
  if (!isManifest(await readFile(join(into, MANIFEST_NAME))))
    throw invalid(file, 'a newer clausewatch may have made it');
}

async function writeEntry(entry: AsyncIterable<Uint8Array>, name: string, into: string): Promise<void> {
  const path = join(into, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // "wx": never through something that is there already.
  const target = await open(path, 'wx', 0o600);
  try {
    for await (const piece of entry) await target.writeFile(piece);
    await target.sync();
  } finally {
    await target.close();
  }
}

/** Stops what unpacks to more than a backup does, before it is on the disk. */
function meter(file: string, { maxBytes, maxRatio, ratioFromBytes }: BackupLimits): Transform {
  let packed = 0;
  let bytes = 0;
  return new Transform({
    construct(done) {
      sizeOf(file).then((size) => {
        packed = size;
        done();
      }, done);
    },
    transform(piece: Uint8Array, _encoding, done) {
      bytes += piece.length;
      if (bytes > maxBytes) done(tooLarge(file, `more than the ${maxBytes} bytes there is room for`));
      else if (bytes > ratioFromBytes && bytes > packed * maxRatio) {
        done(tooLarge(file, `it unpacks to more than ${maxRatio} times its size`));
      } else done(null, piece);
    },
  });
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file, 'r');
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** The first cause: a stream that is cut off makes the others fail as well. */
async function explain(error: unknown, piping: Promise<unknown>, file: string): Promise<unknown> {
  if (error instanceof ClausewatchError || isOfFileSystem(error)) return error;
  const cause = await piping.then(
    () => error,
    (failed: unknown) => failed,
  );
  if (cause instanceof ClausewatchError || isOfFileSystem(cause)) return cause;
  return invalid(file, 'it is damaged, cut off, or something else', cause);
}

/** Of the disk, not of the backup: mended by another step than getting another backup. */
function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function invalid(file: string, why: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError('backup_invalid', `${file} is no backup that can be restored: ${why}.`, { cause });
}

function tooLarge(file: string, why: string): ClausewatchError {
  return new ClausewatchError('backup_too_large', `${file} is not restored: ${why}.`);
}
