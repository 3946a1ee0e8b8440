import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DemoMail, startDemoMail } from '../../src/demo/start-demo-mail.ts';

let parent: string;
let dir: string;
let inbox: DemoMail;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'clausewatch-mail-'));
  dir = join(parent, 'inbox');
  inbox = await startDemoMail({ dir, now: () => new Date('2026-02-09T08:30:00.000Z') });
});
afterEach(async () => {
  await inbox.close();
  await rm(parent, { recursive: true });
});

async function send(message: { subject: string; text: string; html?: string; to?: string }): Promise<void> {
  const transport = createTransport(inbox.url);
  await transport.sendMail({ from: 'watch@clausewatch.invalid', to: 'reader@example.org', ...message });
  transport.close();
}

describe('the inbox of the demo', () => {
  it('keeps a message as it arrived and its HTML part beside it, both only for the owner', async () => {
    await send({ subject: 'Murmelo › “private” chats', text: 'plain', html: '<p>Grüße <ins>neu</ins></p>' });
    expect(inbox.received).toMatchObject([{ subject: 'Murmelo › “private” chats', to: ['reader@example.org'] }]);
    const [mail] = inbox.received;
    expect(await readFile(mail?.path ?? '', 'utf8')).toMatch(/^From: watch@clausewatch\.invalid$/im);
    expect(await readFile(mail?.htmlPath ?? '', 'utf8')).toContain('<p>Grüße <ins>neu</ins></p>');
    for (const path of [mail?.path, mail?.htmlPath]) expect((await stat(path ?? '')).mode & 0o777).toBe(0o600);
  });

  it('names files by number and time, whatever the subject says', async () => {
    await send({ subject: '../../etc/passwd', text: 'one' });
    await send({ subject: 'a\u0000b/c', text: 'two' });
    expect((await readdir(dir)).toSorted()).toEqual([
      '0001-20260209T083000Z.eml',
      '0001-20260209T083000Z.html',
      '0002-20260209T083000Z.eml',
      '0002-20260209T083000Z.html',
    ]);
    expect(await readdir(parent)).toEqual(['inbox']);
  });

  it('shows a message without HTML as text, and lets no script of a message run', async () => {
    await send({ subject: 'plain', text: '<script>alert(1)</script> & more' });
    const page = await readFile(inbox.received[0]?.htmlPath ?? '', 'utf8');
    expect(page).not.toContain('<script>');
    expect(page.indexOf("default-src 'none'")).toBeGreaterThan(0);
  });

  it('takes many messages at once without mixing them up', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => send({ subject: `no ${n}`, text: `body ${n}` })));
    expect(new Set(inbox.received.map(({ path }) => path)).size).toBe(20);
    for (const { subject, path } of inbox.received) {
      expect(await readFile(path, 'utf8')).toContain(subject.replace('no', 'body'));
    }
  });

  it('refuses a message that it cannot keep, so that the sender tries again', async () => {
    await rm(dir, { recursive: true });
    await expect(send({ subject: 'lost?', text: 'x' })).rejects.toMatchObject({ code: 'EMESSAGE' });
    expect(inbox.received).toEqual([]);
  });
});
