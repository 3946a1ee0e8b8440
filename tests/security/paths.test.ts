import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { FileMailer } from '../../src/notify/file-mailer.ts';
import { manifestBytes } from '../../src/storage/sqlite/backup-layout.ts';
import { restoreArchive } from '../../src/storage/sqlite/restore-archive.ts';
import { minute, sampleBody, sampleCapture } from '../harness/archive-samples.ts';
import { openArchive } from '../harness/open-archive.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { alertInput, SENDER } from '../notify/fictional-change.ts';

const CLIMBING = [
  '..',
  '.',
  '../x',
  '../../etc/passwd',
  'a/../../b',
  '/etc/passwd',
  'a\\..\\..\\b',
  'C:\\x',
  'c:x',
  '\\\\server\\share',
  '%2e%2e%2fx',
  '..%00',
  'a\0b',
  '.hidden',
  'a.',
  'a/',
  'con',
  'nul',
  'com1',
  'x:stream',
  'a b',
  'a;rm -rf',
  '~',
  '$HOME',
  '\u202eexe',
  'ａ',
  'İ',
  'A',
  'a--b',
  'a'.repeat(65),
  '__proto__',
];

/** All there is around the folder: what is not in this list was not there before. */
const around = (dir: string) => readdirSync(dirname(dir), { recursive: true, encoding: 'utf8' }).sort();

describe('ids never become paths unvalidated', () => {
  it('none of these is taken for the id of a platform or of a document', async () => {
    const dir = join(temporaryFolder(), 'config');
    await writeTestConfig(dir, []);
    const document = { id: 'terms', name: 'Terms', kind: 'terms', urls: ['https://plumbago.example/'] };
    const platforms = CLIMBING.flatMap((id, at) => [
      { id, name: 'x', documents: [document] },
      { id: `p${at}`, name: 'x', documents: [{ ...document, id }] },
    ]);
    await writeFile(join(dir, 'sources.json'), JSON.stringify({ platforms }), { mode: 0o600 });
    const { message } = await loadConfig({ dir, env: {} }).then(
      () => ({ message: '' }),
      (error: Error) => error,
    );
    const taken = platforms.filter(
      (_, at) => !message.includes(at % 2 ? `platforms[${at}].documents[0].id: ` : `platforms[${at}].id: `),
    );
    expect(taken).toEqual([]);
  });

  it('the archive itself refuses an id that leads out of it, whoever asks', async () => {
    const dir = join(temporaryFolder(), 'deep', 'snapshots');
    const { archive } = await openArchive(dir);
    const before = around(dir);
    const climbing = CLIMBING.slice(0, 18).flatMap((id) => [`../${id}`, `acme/${id}`, id]);
    // Names of devices are folders like others to most systems: the configuration refuses them.
    for (const id of climbing.filter((name) => !/^(?:acme\/)?(?:con|nul|com1)$/.test(name))) {
      const body = sampleBody('text');
      await expect(archive.recordCapture(id, sampleCapture(minute(1), body), body), id).rejects.toMatchObject({
        code: 'content_name_invalid',
      });
    }
    expect(around(dir).filter((name) => !/\.db-(?:wal|shm)$/.test(name))).toEqual(
      before.filter((name) => !/\.db-(?:wal|shm)$/.test(name)),
    );
  });

  it('a message is a file of the outbox, whatever its id says', async () => {
    const dir = join(temporaryFolder(), 'deep', 'outbox');
    const mailer = new FileMailer({ dir, from: SENDER });
    const [row] = composeAlerts(alertInput());
    for (const messageId of CLIMBING) {
      if (row) expect(await mailer.send({ ...row.message, messageId })).toMatchObject({ kind: 'sent' });
    }
    expect(readdirSync(dir).filter((name) => !/^\d{8}T\d{6}Z-[\w-]*\.eml$/.test(name))).toEqual([]);
    expect(readdirSync(dirname(dir))).toEqual(['outbox']);
  });
});

it('what is read must really lie inside: a link out of the archive is not followed', async () => {
  const dir = join(temporaryFolder(), 'snapshots');
  const { archive, content } = await openArchive(dir);
  const body = sampleBody('text');
  await archive.recordCapture('acme/privacy', sampleCapture(minute(1), body), body);
  const sha256 = await content.put(Buffer.from('# Inside\n'), 'acme/privacy/other.md');
  const outside = join(dirname(dir), 'outside.md');
  writeFileSync(outside, '# Inside\n');
  const inside = join(dir, 'acme', 'privacy', 'other.md');
  await (await import('node:fs/promises')).rm(inside);
  symlinkSync(outside, inside);
  await expect(content.get(sha256)).rejects.toThrow();
});

interface Entry {
  readonly header: Partial<Header> & { readonly name: string };
  readonly body?: string;
}

async function backupOf(entries: readonly Entry[]): Promise<string> {
  const tar = pack();
  tar.entry({ name: 'clausewatch-backup.json' }, manifestBytes());
  for (const { header, body = '' } of entries) tar.entry(header, body);
  tar.finalize();
  const file = join(temporaryFolder(), 'deep', 'backup.tar.zst');
  await mkdir(dirname(file));
  await writeFile(file, zstdCompressSync(await buffer(tar)));
  return file;
}

describe('a foreign backup', () => {
  it.each<readonly [string, Entry['header']]>([
    ['climbs', { name: '../evil.md' }],
    ['climbs in the middle', { name: 'acme/../../evil.md' }],
    ['is absolute', { name: '/tmp/clausewatch-evil.md' }],
    ['has a drive', { name: 'C:\\evil.md' }],
    ['has backslashes', { name: 'acme\\..\\..\\evil.md' }],
    ['is hidden', { name: 'acme/.bashrc' }],
    ['is a program', { name: 'acme/evil.sh' }],
    ['is a setting', { name: 'settings.jsonc' }],
    ['is a link', { name: 'acme/privacy/x.md', type: 'symlink', linkname: '/etc/passwd' }],
    ['is a hard link', { name: 'acme/privacy/x.md', type: 'link', linkname: '/etc/passwd' }],
    ['is a device', { name: 'acme/privacy/x.md', type: 'character-device' }],
    ['is a message that climbs', { name: 'outbox/../../evil.eml' }],
  ])('with an entry that %s is refused, and nothing of it is written anywhere', async (_what, header) => {
    const good = { header: { name: 'acme/privacy/good.md' }, body: '# Good\n' };
    const file = await backupOf([good, { header, ...(header.type ? {} : { body: 'evil' }) }]);
    const dir = join(dirname(file), 'snapshots');
    await expect(restoreArchive({ file, dir })).rejects.toMatchObject({ code: 'backup_invalid' });
    expect(readdirSync(dirname(file))).toEqual(['backup.tar.zst']);
    expect(existsSync('/tmp/clausewatch-evil.md')).toBe(false);
  });

  it('is unpacked within caps on entries, ratio and total', async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ header: { name: `acme/privacy/${at}.md` }, body: 'x' }));
    const zeros = [{ header: { name: 'acme/privacy/x.md' }, body: '0'.repeat(4_000_000) }];
    const cases = [
      [many, { maxEntries: 10 }],
      [zeros, { maxRatio: 100, ratioFromBytes: 1_000_000 }],
      [zeros, { maxBytes: 1_000_000 }],
      [zeros, { maxFileBytes: 1_000_000 }],
    ] as const;
    for (const [entries, limits] of cases) {
      const file = await backupOf(entries);
      const dir = join(dirname(file), 'snapshots');
      await expect(restoreArchive({ file, dir, limits })).rejects.toMatchObject({ code: 'backup_too_large' });
      expect(readdirSync(dirname(file))).toEqual(['backup.tar.zst']);
    }
  });
});
