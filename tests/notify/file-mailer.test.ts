import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { FileMailer } from '../../src/notify/file-mailer.ts';
import { SmtpMailer } from '../../src/notify/smtp-mailer.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { alertInput, PRIVACY, SENDER } from './fictional-change.ts';

const [row] = composeAlerts(alertInput({ document: { ...PRIVACY, name: '../../etc/passwd\0' } }));
if (!row) throw new Error('no row');
const { message } = row;

describe('FileMailer', () => {
  it('writes one file per message, named by time and id, for its owner only, and says where', async () => {
    const dir = join(await temporaryFolder(), 'outbox');
    const mailer = new FileMailer({ dir, from: SENDER });
    const path = join(dir, `20261123T024100Z-${row.id}.eml`);
    expect(await mailer.send(message)).toEqual({ kind: 'sent', answer: `written to ${path}` });
    expect(await mailer.send(message)).toEqual({ kind: 'sent', answer: `written to ${path}` });
    expect(await readdir(dir)).toEqual([`20261123T024100Z-${row.id}.eml`]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    const parsed = await simpleParser(await readFile(path));
    expect(parsed).toMatchObject({ subject: message.subject, text: message.text, html: message.html });
  });

  it('writes the bytes that a mail server would get', async () => {
    const dir = await temporaryFolder();
    const server = await startMailServer();
    onTestFinished(() => server.close());
    await new FileMailer({ dir, from: SENDER }).send(message);
    await new SmtpMailer({ url: server.url, from: SENDER }).send(message);
    const [name = ''] = await readdir(dir);
    expect(await readFile(join(dir, name), 'utf8')).toBe(server.messages[0]?.raw.toString('utf8'));
  });

  it('keeps the message in the queue when it cannot be written', async () => {
    const file = join(await temporaryFolder(), 'not-a-folder');
    await writeFile(file, '');
    const mailer = new FileMailer({ dir: join(file, 'outbox'), from: SENDER });
    expect(await mailer.send(message)).toMatchObject({ kind: 'passing', code: 'ENOTDIR' });
    expect(await mailer.verify()).toMatchObject({ kind: 'passing', code: 'ENOTDIR' });
  });

  it('finds out before the first alert whether its folder can be written', async () => {
    const dir = join(await temporaryFolder(), 'outbox');
    expect(await new FileMailer({ dir, from: SENDER }).verify()).toMatchObject({ kind: 'sent' });
    expect(await readdir(dir)).toEqual([]);
  });
});
