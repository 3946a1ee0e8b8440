import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupArchive } from '../../../src/storage/sqlite/backup-archive.ts';
import { type OpenedArchive, openSqliteArchive } from '../../../src/storage/sqlite/open-sqlite-archive.ts';
import { restoreArchive } from '../../../src/storage/sqlite/restore-archive.ts';
import {
  DOCUMENT_ID,
  minute,
  recordChange,
  recordFirst,
  sampleBody,
  sampleCapture,
  sampleCheck,
  sampleResult,
} from '../../harness/archive-samples.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { readBackup } from '../../harness/rewrite-backup.ts';
import { spawnWriter } from '../../harness/spawn-writer.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const posix = process.platform !== 'win32';
let root: string;
let dir: string;
let file: string;
let copy: string;

beforeEach(() => {
  root = temporaryFolder();
  [dir, file, copy] = [join(root, 'archive'), join(root, 'archive.tar.zst'), join(root, 'copy')];
});

/** Three versions; the first alert was delivered, the second waits; a file message; an unjudged capture. */
async function fill({ archive, outbox }: OpenedArchive): Promise<void> {
  const first = await recordFirst(archive, 'We do not train models.', 1);
  const second = await recordChange(archive, first.stored.version, { text: 'We train models.', at: 2 });
  await outbox.settle(second.result.outbox[0]?.id ?? '', { kind: 'delivered', at: minute(2), answer: '250 ok' });
  await recordChange(archive, second.stored.version, { text: 'We train models, too.', at: 3 });
  await archive.recordResult(sampleResult(sampleCheck(minute(4), 'failed'), { state: { fetchedVia: 'browser' } }));
  const body = sampleBody('not yet judged');
  await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(5), body), body);
  mkdirSync(join(dir, 'outbox'));
  writeFileSync(join(dir, 'outbox', '20260301T000200Z-abc.eml'), 'Subject: hello\r\n\r\nhello\r\n');
}

async function everything({ archive, outbox }: OpenedArchive): Promise<unknown> {
  const versions = await archive.versionsOf(DOCUMENT_ID);
  const unjudged = await archive.unjudged();
  return {
    versions: await Promise.all(versions.map(({ id }) => archive.version(id))),
    bodies: await Promise.all(
      [...versions.map(({ captureId }) => archive.captureOf(captureId)), ...unjudged].map(async (stored) => {
        const capture = await stored;
        return capture && Buffer.from(await archive.bodyOf(capture)).toString();
      }),
    ),
    changes: await archive.changes({}),
    status: await archive.status([DOCUMENT_ID]),
    state: await archive.stateOf(DOCUMENT_ID),
    validators: await archive.validatorsOf(DOCUMENT_ID),
    unjudged,
    outbox: await outbox.list(['queued', 'delivered', 'dead', 'discarded']),
    verified: await archive.verify(),
  };
}

describe('a backup', () => {
  it('gives everything back as it was: ids, Message-IDs, texts, pages, messages', async () => {
    const opened = await openArchive(dir);
    await fill(opened);
    const before = await everything(opened);
    expect(await backupArchive({ dir, file })).toMatchObject({ versions: 3, bytes: statSync(file).size });
    expect(await restoreArchive({ file, dir: copy })).toMatchObject({ versions: 3 });
    expect(await everything(await openArchive(copy))).toEqual(before);
    expect(readdirSync(join(copy, 'outbox'))).toEqual(['20260301T000200Z-abc.eml']);
  });

  it('does not send again, once restored, what was delivered before', async () => {
    const opened = await openArchive(dir);
    await fill(opened);
    const waiting = await opened.outbox.list(['queued']);
    // Being sent at that moment by a process that the restored archive knows nothing of.
    await opened.outbox.claimDue({ owner: 'a', now: minute(10), until: minute(600), limit: 9 });
    await backupArchive({ dir, file });
    await restoreArchive({ file, dir: copy });
    const { outbox } = await openArchive(copy);
    const due = await outbox.claimDue({ owner: 'b', now: minute(11), until: minute(20), limit: 9 });
    expect(due.map(({ id, message }) => [id, message.messageId])).toEqual(
      waiting.map(({ id, message }) => [id, message.messageId]),
    );
    expect(due).toHaveLength(1);
  });

  it('is whole and sound while other processes record', async () => {
    const writers = [spawnWriter(dir, 1_000_000), spawnWriter(dir, 1_000_000)];
    for (const { stdout } of writers) {
      let lines = 0;
      for await (const _ of createInterface({ input: stdout })) if (++lines > 40) break;
      stdout.resume();
    }
    for (let n = 0; n < 2; n += 1) {
      await backupArchive({ dir, file, force: true });
      const counts = await restoreArchive({ file, dir: join(root, `copy-${n}`) });
      const { archive, close } = await openSqliteArchive({ dir: join(root, `copy-${n}`) });
      expect(await archive.verify()).toMatchObject({ versions: counts.versions, orphans: [] });
      await close();
    }
    const exits = writers.map((child) => once(child, 'exit'));
    for (const child of writers) child.kill('SIGKILL');
    await Promise.all(exits);
  });

  it('is readable for its owner only and leaves nothing beside it', async () => {
    await fill(await openArchive(dir));
    await backupArchive({ dir, file });
    if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(root).toSorted()).toEqual(['archive', 'archive.tar.zst']);
  });

  it('replaces no file unless told to', async () => {
    await fill(await openArchive(dir));
    writeFileSync(file, 'precious');
    await expect(backupArchive({ dir, file })).rejects.toMatchObject({ code: 'backup_exists' });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    await backupArchive({ dir, file, force: true });
    expect((await readBackup(file)).at(-1)?.header.name).toBe('clausewatch.db');
  });

  it('is refused, and leaves nothing, where a text is damaged: it could not be restored', async () => {
    await fill(await openArchive(dir));
    const name = readdirSync(join(dir, DOCUMENT_ID)).find((entry) => entry.endsWith('.html.zst')) ?? '';
    rmSync(join(dir, DOCUMENT_ID, name));
    await expect(backupArchive({ dir, file })).rejects.toMatchObject({ code: 'content_missing' });
    expect(readdirSync(root)).toEqual(['archive']);
  });

  it('of nothing is refused, and makes no archive', async () => {
    await expect(backupArchive({ dir, file })).rejects.toMatchObject({ code: 'archive_missing' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('says storage_unreachable when its folder is not there', async () => {
    await fill(await openArchive(dir));
    const lost = backupArchive({ dir, file: join(root, 'nowhere', 'a.tar.zst') });
    await expect(lost).rejects.toMatchObject({ code: 'storage_unreachable' });
    expect(existsSync(dirname(join(root, 'nowhere', 'x')))).toBe(false);
  });
});
