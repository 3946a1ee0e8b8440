import { appendFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { archiveContract } from '../../contract/archive-contract.ts';
import { type ContentStoreSubject, contentStoreContract } from '../../contract/content-store-contract.ts';
import { outboxContract } from '../../contract/outbox-contract.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

archiveContract('sqlite', async () => {
  const dir = temporaryFolder();
  const { archive, outbox } = await openArchive(dir);
  return { archive, outbox, second: () => openArchive(dir) };
});

outboxContract('sqlite', async () => {
  const dir = temporaryFolder();
  const { outbox } = await openArchive(dir);
  return { outbox, second: async () => (await openArchive(dir)).outbox };
});

async function contentSubject(damage: (file: string) => void): Promise<ContentStoreSubject> {
  const dir = temporaryFolder();
  const { content } = await openArchive(dir);
  const fileOf = (sha256: string): string => {
    const database = new DatabaseSync(join(dir, 'clausewatch.db'), { readOnly: true });
    const row = database.prepare('SELECT path FROM contents WHERE sha256 = ?').get(sha256);
    database.close();
    return join(dir, String(row?.path));
  };
  return {
    content,
    reopen: async () => (await openArchive(dir)).content,
    copies: () => readdirSync(dir, { recursive: true }).filter((file) => /\.(?:md|zst)$/.test(String(file))).length,
    damage: (sha256) => damage(fileOf(sha256)),
    lose: (sha256) => rmSync(fileOf(sha256)),
  };
}

contentStoreContract('sqlite, a file overwritten', () =>
  contentSubject((file) => writeFileSync(file, Buffer.alloc(statSync(file).size, 'x'))),
);
contentStoreContract('sqlite, a file cut short', () => contentSubject((file) => truncateSync(file, 10)));
contentStoreContract('sqlite, a file grown', () => contentSubject((file) => appendFileSync(file, 'more')));
