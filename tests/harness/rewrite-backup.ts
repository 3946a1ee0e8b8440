import { createReadStream, createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract, type Header, pack } from 'tar-stream';

export interface BackupEntry {
  readonly header: Partial<Header> & { readonly name: string };
  readonly bytes: Uint8Array;
}

/** Everything in a backup, without any of the care that restoring takes. */
export async function readBackup(file: string): Promise<BackupEntry[]> {
  const entries: BackupEntry[] = [];
  const tar = extract();
  const piping = pipeline(createReadStream(file), createZstdDecompress(), tar);
  for await (const entry of tar) {
    const { name, type, mode } = entry.header;
    entries.push({ header: { name, type, mode }, bytes: await buffer(entry as AsyncIterable<Uint8Array>) });
  }
  await piping;
  return entries;
}

/** Makes a backup of these entries, whatever they are. */
export async function writeBackup(file: string, entries: readonly BackupEntry[]): Promise<void> {
  const tar = pack();
  const piping = pipeline(tar, createZstdCompress(), createWriteStream(file));
  for (const { header, bytes } of entries) {
    const plain = header.type === undefined || header.type.endsWith('file');
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null): void => (error ? reject(error) : resolve());
      if (plain) tar.entry(header, Buffer.from(bytes), done);
      else tar.entry(header, done);
    });
  }
  tar.finalize();
  await piping;
}
