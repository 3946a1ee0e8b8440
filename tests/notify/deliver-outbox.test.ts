import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutboxRow } from '../../src/domain/alert.ts';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { type DeliverOptions, deliverDue } from '../../src/notify/deliver-outbox.ts';
import type { Mailer } from '../../src/notify/mailer.ts';
import { SmtpMailer } from '../../src/notify/smtp-mailer.ts';
import { type MailBehaviour, startMailServer } from '../harness/mail-server.ts';
import { MemoryOutbox } from '../harness/memory-outbox.ts';
import { alertInput, READER, SENDER } from './fictional-change.ts';

const START = Date.parse('2026-11-23T02:41:00.000Z');

function rowsFor(count: number): readonly OutboxRow[] {
  const subscriptions = Array.from({ length: count }, (_, n) => ({
    ...READER,
    id: `s${n}`,
    to: { name: `Reader ${n}`, address: `reader${n}@reader.example` },
  }));
  return composeAlerts(alertInput({ subscriptions }));
}

async function setUp(count: number, behaviour: MailBehaviour = {}) {
  const server = await startMailServer({ behaviour });
  onTestFinished(() => server.close());
  const outbox = new MemoryOutbox();
  await outbox.append(rowsFor(count));
  let now = START;
  const options: DeliverOptions = {
    outbox,
    mailer: new SmtpMailer({ url: server.url, from: SENDER }),
    owner: 'test',
    clock: () => new Date(now),
    maxAgeHours: 48,
    random: () => 0.5,
  };
  return {
    server,
    outbox,
    deliver: (more: Partial<DeliverOptions> = {}) => deliverDue({ ...options, ...more }),
    advance: (ms: number) => {
      now += ms;
    },
  };
}

describe('deliverDue', () => {
  it('delivers everything that is due, once', async () => {
    const { server, outbox, deliver } = await setUp(12);
    const summary = await deliver();
    expect(summary).toMatchObject({ delivered: 12, retried: 0, dead: 0 });
    expect(summary.rows[0]).toMatchObject({ outcome: 'delivered', answer: expect.stringMatching(/^250/) });
    expect(await deliver()).toEqual({ delivered: 0, retried: 0, dead: 0, rows: [] });
    expect(new Set(server.messages.map(({ parsed }) => parsed.messageId)).size).toBe(12);
    expect(server.messages).toHaveLength(12);
    expect(await outbox.list(['delivered'])).toHaveLength(12);
  });

  it('lets one bad recipient stop none of the others', async () => {
    const refuse = (_before: number, address: string) =>
      address.startsWith('reader1@') ? { code: 550, text: 'no such mailbox' } : null;
    const { server, outbox, deliver } = await setUp(3, { recipient: refuse });
    const summary = await deliver();
    expect(summary).toMatchObject({ delivered: 2, retried: 0, dead: 1 });
    expect(summary.rows.find(({ outcome }) => outcome === 'dead')).toMatchObject({
      to: 'reader1@reader.example',
      code: 'EENVELOPE_550',
      error: expect.stringContaining('no such mailbox'),
    });
    expect(server.messages).toHaveLength(2);
    const [dead] = await outbox.list(['dead']);
    expect(dead?.lastError).toContain('550');
  });

  it('tries again when its time has come, with the same bytes', async () => {
    const { server, deliver, advance } = await setUp(1, {
      message: (before) => (before === 0 ? { code: 451, text: 'greylisted' } : null),
    });
    expect(await deliver()).toMatchObject({ retried: 1 });
    advance(59_000);
    expect(await deliver()).toMatchObject({ rows: [] });
    advance(1_000);
    expect(await deliver()).toMatchObject({ delivered: 1 });
    expect(server.arrived[1]?.equals(server.arrived[0] ?? Buffer.alloc(0))).toBe(true);
  });

  it('settles nothing before the server took it, so that a dying server loses no alert', async () => {
    const { server, outbox, deliver, advance } = await setUp(1, {
      message: (before) => (before === 0 ? 'hang-up' : null),
    });
    expect(await deliver()).toMatchObject({ delivered: 0, retried: 1 });
    expect(await outbox.list(['delivered'])).toHaveLength(0);
    advance(3_600_000);
    expect(await deliver()).toMatchObject({ delivered: 1 });
    expect(server.messages).toHaveLength(1);
  });

  it('gives a message up only when it is too old, and keeps it then as dead', async () => {
    const { outbox, deliver, advance, server } = await setUp(1);
    await server.close();
    let attempts = 0;
    for (let hour = 0; hour <= 60; hour++) {
      attempts += (await deliver()).rows.length;
      advance(3_600_000);
    }
    expect(attempts).toBe(49);
    expect(await outbox.list(['dead'])).toHaveLength(1);
  });

  it('goes on when a mailer breaks its promise and throws', async () => {
    const { deliver } = await setUp(2);
    const broken: Mailer = { target: 'broken', send: () => Promise.reject(new Error('bug')), close: async () => {} };
    expect(await deliver({ mailer: broken })).toMatchObject({
      retried: 2,
      rows: [{ code: 'mail_internal_error' }, {}],
    });
  });

  it('stops when the outbox itself fails: what cannot be settled must not be sent on', async () => {
    const { deliver, outbox } = await setUp(1);
    outbox.settle = () => Promise.reject(new Error('disk full'));
    await expect(deliver()).rejects.toThrow('disk full');
  });
});
