import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Message } from '../../src/domain/alert.ts';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { SmtpMailer, type SmtpMailerOptions } from '../../src/notify/smtp-mailer.ts';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { type MailServerOptions, startMailServer } from '../harness/mail-server.ts';
import { alertInput, changeWith, FACTS, PRIVACY, QUILLFEED, READER, SENDER } from './fictional-change.ts';

const alert = (more: Parameters<typeof alertInput>[0] = {}): Message => {
  const [row] = composeAlerts(alertInput(more));
  if (!row) throw new Error('no row');
  return row.message;
};

async function serve(options: MailServerOptions = {}) {
  const server = await startMailServer(options);
  onTestFinished(() => server.close());
  return server;
}

function mailerFor(url: string, more: Partial<SmtpMailerOptions> = {}) {
  const mailer = new SmtpMailer({ url, from: SENDER, ...more });
  onTestFinished(() => mailer.close());
  return mailer;
}

describe('SmtpMailer', () => {
  it('delivers an alert once, to its one recipient, as a text and an HTML part', async () => {
    const server = await serve();
    const message = alert();
    const outcome = await mailerFor(server.url).send(message);
    expect(outcome).toMatchObject({ kind: 'sent', answer: expect.stringMatching(/^250 /) });
    expect(server.messages).toHaveLength(1);
    const [mail] = server.messages;
    expect(mail).toMatchObject({ from: SENDER.address, recipients: [READER.to.address] });
    expect(mail?.parsed).toMatchObject({
      subject: message.subject,
      messageId: `<${message.messageId}>`,
      text: message.text,
      html: message.html,
      date: new Date(message.date),
    });
    expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parsed.headers.get('x-clausewatch-id')).toBe(message.messageId.split('@')[0]);
    expect(mail?.raw.toString()).toMatch(/^List-Id: "clausewatch alerts" <clausewatch\.clausewatch\.example>\r$/im);
  });

  it('sends the same bytes again after a failure', async () => {
    const server = await serve({
      behaviour: { message: (before) => (before === 0 ? { code: 451, text: 'later' } : null) },
    });
    const mailer = mailerFor(server.url);
    expect(await mailer.send(alert())).toMatchObject({ kind: 'passing', code: 'EMESSAGE_451' });
    expect(await mailer.send(alert())).toMatchObject({ kind: 'sent' });
    expect(server.arrived).toHaveLength(2);
    expect(server.arrived[0]?.equals(server.arrived[1] ?? Buffer.alloc(0))).toBe(true);
    expect(server.messages).toHaveLength(1);
  });

  it('takes a server that dies after DATA for a failure that may pass', async () => {
    const server = await serve({ behaviour: { message: (before) => (before === 0 ? 'hang-up' : null) } });
    const mailer = mailerFor(server.url);
    expect(await mailer.send(alert())).toMatchObject({ kind: 'passing' });
    expect(await mailer.send(alert())).toMatchObject({ kind: 'sent' });
    expect(server.arrived).toHaveLength(2);
  });

  it('takes a refused connection for a failure that may pass', async () => {
    const server = await startMailServer();
    await server.close();
    expect(await mailerFor(server.url).send(alert())).toMatchObject({ kind: 'passing', code: 'ESOCKET' });
  });

  it('gives up waiting for a server that says nothing', async () => {
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void mute.close());
    const { port } = mute.address() as { port: number };
    const outcome = await mailerFor(`smtp://127.0.0.1:${port}`, { timeoutMs: 300 }).send(alert());
    expect(outcome).toMatchObject({ kind: 'passing' });
  });

  it.each([
    [550, 'permanent'],
    [553, 'permanent'],
    [450, 'passing'],
    [503, 'passing'],
  ])('answers %i to the recipient is %s', async (code, kind) => {
    const server = await serve({ behaviour: { recipient: () => ({ code, text: 'mailbox answer' }) } });
    const outcome = await mailerFor(server.url).send(alert());
    expect(outcome).toMatchObject({
      kind,
      code: `EENVELOPE_${code}`,
      error: expect.stringContaining('mailbox answer'),
    });
    expect(server.messages).toHaveLength(0);
  });

  it.each([
    [554, 'permanent'],
    [552, 'permanent'],
    [452, 'passing'],
  ])('answers %i to the message itself is %s', async (code, kind) => {
    const server = await serve({ behaviour: { message: () => ({ code, text: 'no' }) } });
    expect(await mailerFor(server.url).send(alert())).toMatchObject({ kind, code: `EMESSAGE_${code}` });
  });

  it('does not give up messages for a sender address that the server refuses: that can be mended', async () => {
    const server = await serve({ behaviour: { sender: () => ({ code: 550, text: 'unknown sender' }) } });
    expect(await mailerFor(server.url).send(alert())).toMatchObject({ kind: 'passing', code: 'EENVELOPE_550' });
  });
});

describe('SmtpMailer with a password', () => {
  const auth = { user: 'watch', pass: 'hunter2/ä' };

  it('logs in', async () => {
    const server = await serve({ auth, tls: 'implicit' });
    const mailer = mailerFor(server.url, { ca: LOOPBACK_CERTIFICATE });
    expect(await mailer.verify()).toEqual({ kind: 'sent', answer: 'connected and logged in' });
    expect(await mailer.send(alert())).toMatchObject({ kind: 'sent' });
    expect(server.messages[0]?.secure).toBe(true);
  });

  it('keeps messages when the password is wrong, and never shows it', async () => {
    const server = await serve({ auth, tls: 'implicit' });
    const mailer = mailerFor(`smtps://watch:wrong-secret@127.0.0.1:${server.port}`, { ca: LOOPBACK_CERTIFICATE });
    const outcomes = [await mailer.send(alert()), await mailer.verify()];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'passing', code: 'EAUTH_535' });
    const shown = JSON.stringify([outcomes, mailer.target, mailer]);
    for (const secret of ['wrong-secret', Buffer.from('wrong-secret').toString('base64')])
      expect(shown).not.toContain(secret);
    expect(mailer.target).toBe(`smtps://127.0.0.1:${server.port}`);
  });

  it('never sends the password in the clear to another machine', async () => {
    const server = await serve({ auth });
    // An address of this machine that does not look like one.
    const url = `smtp://watch:hunter2@[::ffff:127.0.0.1]:${server.port}`;
    expect(await mailerFor(url).send(alert())).toMatchObject({ kind: 'passing', code: expect.stringMatching(/^ETLS/) });
    expect(server.arrived).toHaveLength(0);
  });

  it('does not show a password that the server repeats', async () => {
    const server = await serve({ auth, behaviour: { sender: () => ({ code: 550, text: 'not with hunter2/ä' }) } });
    const outcome = await mailerFor(server.url).send(alert());
    expect(outcome).toMatchObject({ kind: 'passing' });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });
});

describe('SmtpMailer and TLS', () => {
  it('uses STARTTLS where it is offered, with a verified certificate', async () => {
    const server = await serve({ tls: 'starttls' });
    expect(await mailerFor(server.url, { ca: LOOPBACK_CERTIFICATE }).send(alert())).toMatchObject({ kind: 'sent' });
    expect(server.messages[0]?.secure).toBe(true);
  });

  it.each(['starttls', 'implicit'] as const)(
    'hands nothing over when the certificate is not trusted (%s)',
    async (tls) => {
      const server = await serve({ tls });
      expect(await mailerFor(server.url).send(alert())).toMatchObject({ kind: 'passing' });
      expect(server.arrived).toHaveLength(0);
    },
  );
});

describe('headers', () => {
  it.each([
    ['a document', { document: { ...PRIVACY, name: 'Policy\r\nBcc: victim@elsewhere.example' } }],
    ['a platform', { platforms: [{ ...QUILLFEED, name: 'Q\r\n\r\n<script>\nBcc: victim@elsewhere.example' }] }],
    [
      'a subscriber',
      {
        subscriptions: [
          { ...READER, to: { name: 'Ada\r\nBcc: victim@elsewhere.example,', address: READER.to.address } },
        ],
      },
    ],
    [
      'a group',
      { subscriptions: [{ ...READER, to: { name: 'x: victim@elsewhere.example;', address: READER.to.address } }] },
    ],
  ])('cannot be added by the name of %s', async (_what, more) => {
    const server = await serve();
    expect(await mailerFor(server.url).send(alert(more))).toMatchObject({ kind: 'sent' });
    const [mail] = server.messages;
    expect(mail?.recipients).toEqual([READER.to.address]);
    expect(mail?.parsed.headers.has('bcc')).toBe(false);
    expect(mail?.parsed.headerLines.map(({ key }) => key).toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'list-id',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
      'x-clausewatch-id',
    ]);
  });

  it.each([
    'ada@reader.example\r\nBcc: victim@elsewhere.example',
    'ada@reader.example, victim@elsewhere.example',
    'x:victim@elsewhere.example;',
  ])('and no other recipient by the address %j', async (address) => {
    const server = await serve();
    await mailerFor(server.url).send({ ...alert(), to: { name: 'Ada', address } });
    for (const { recipients } of server.messages) expect(recipients).not.toContain('victim@elsewhere.example');
  });

  it('keep the subject whole in other scripts', async () => {
    const server = await serve();
    const subject = '[clausewatch] Wisp プライバシーポリシー: AI training on private messages (critical)';
    await mailerFor(server.url).send({ ...alert(), subject });
    expect(server.messages[0]?.parsed.subject).toBe(subject);
  });
});

describe('a huge change', () => {
  it.each(['a ', 'é ', '語', '&'])('stays a mail of less than 200 kB: %j', async (letter) => {
    const server = await serve();
    const clause = letter.repeat(1_000_000 / letter.length);
    const facts = Array.from({ length: 60 }, () => FACTS).flat();
    const redline = { text: clause, html: `<p>${clause}</p>` };
    await mailerFor(server.url).send(alert({ redline, change: changeWith({ facts }) }));
    expect(server.messages[0]?.raw.length).toBeGreaterThan(20_000);
    expect(server.messages[0]?.raw.length).toBeLessThan(200_000);
  });
});
