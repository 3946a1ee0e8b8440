import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../src/notify/outbox.ts';
import { minute, sampleRow } from '../harness/archive-samples.ts';

export interface OutboxSubject {
  readonly outbox: Outbox;
  /** The same queue seen by another process. */
  readonly second: () => Promise<Outbox>;
}

const NOW = minute(10);
const UNTIL = minute(15);

export function outboxContract(name: string, open: () => Promise<OutboxSubject>): void {
  describe(`outbox: ${name}`, () => {
    it('gives out what was appended, as it was, oldest first', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('late', minute(2)), sampleRow('early', minute(1))]);
      const entries = await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 10 });
      expect(entries.map(({ id }) => id)).toEqual(['early', 'late']);
      expect(entries[0]).toEqual({
        ...sampleRow('early', minute(1)),
        state: 'queued',
        queuedAt: minute(1),
        attempts: 0,
        nextAttemptAt: minute(1),
        lastError: null,
        deliveredAt: null,
      });
    });

    it('leaves a row as it is when its id is appended again, even after its delivery', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.append([sampleRow('one', minute(5)), sampleRow('one', minute(6))]);
      await outbox.settle('one', { kind: 'delivered', at: NOW, answer: '250 ok' });
      await outbox.append([sampleRow('one', minute(1))]);
      expect(await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 10 })).toEqual([]);
      expect(await outbox.list(['queued', 'delivered'])).toMatchObject([{ createdAt: minute(1), state: 'delivered' }]);
    });

    it('gives a row to one deliverer only, until its claim runs out', async () => {
      const { outbox, second } = await open();
      const other = await second();
      await outbox.append(Array.from({ length: 20 }, (_, n) => sampleRow(`row-${n}`, minute(1))));
      const claims = await Promise.all(
        [outbox, other, outbox, other].map((queue, n) =>
          queue.claimDue({ owner: `deliverer-${n}`, now: NOW, until: UNTIL, limit: 7 }),
        ),
      );
      const ids = claims.flat().map(({ id }) => id);
      expect(ids).toHaveLength(20);
      expect(new Set(ids).size).toBe(20);
      expect(await other.claimDue({ owner: 'late', now: minute(14), until: minute(20), limit: 99 })).toEqual([]);
      expect(await other.claimDue({ owner: 'late', now: UNTIL, until: minute(20), limit: 99 })).toHaveLength(20);
    });

    it('gives no more than the limit', async () => {
      const { outbox } = await open();
      await outbox.append(['a', 'b', 'c'].map((id) => sampleRow(id, minute(1))));
      const claimed = await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 2 });
      expect(claimed.map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('offers a row again only when its next attempt is due, with what went wrong', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 1 });
      await outbox.settle('one', { kind: 'retry', nextAttemptAt: minute(12), error: '451 later' });
      expect(await outbox.claimDue({ owner: 'a', now: minute(11), until: UNTIL, limit: 1 })).toEqual([]);
      expect(await outbox.claimDue({ owner: 'b', now: minute(12), until: UNTIL, limit: 1 })).toMatchObject([
        { id: 'one', attempts: 1, lastError: '451 later', nextAttemptAt: minute(12) },
      ]);
    });

    it('keeps a delivered row delivered, whatever a slower deliverer says later', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.settle('one', { kind: 'delivered', at: NOW, answer: '250 ok' });
      await outbox.settle('one', { kind: 'retry', nextAttemptAt: minute(11), error: 'timeout' });
      await outbox.settle('one', { kind: 'dead', error: 'timeout' });
      expect(await outbox.list(['queued', 'dead', 'discarded'])).toEqual([]);
      expect(await outbox.list(['delivered'])).toMatchObject([{ attempts: 1, deliveredAt: NOW, lastError: null }]);
    });

    it('does not wake a dead row by a late retry, but believes a late delivery', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.settle('one', { kind: 'dead', error: '550 unknown user' });
      await outbox.settle('one', { kind: 'retry', nextAttemptAt: minute(11), error: 'timeout' });
      expect(await outbox.list(['dead'])).toMatchObject([{ id: 'one', lastError: '550 unknown user' }]);
      await outbox.settle('one', { kind: 'delivered', at: minute(13), answer: '250 ok' });
      expect(await outbox.list(['delivered'])).toMatchObject([{ id: 'one', deliveredAt: minute(13) }]);
    });

    it('tells how many messages wait, how many were given up and since when the oldest waits', async () => {
      const { outbox } = await open();
      expect(await outbox.depth(NOW)).toEqual({ queued: 0, dead: 0, oldest: null });
      await outbox.append(['a', 'b', 'c', 'd'].map((id, n) => sampleRow(id, minute(n + 1))));
      await outbox.settle('a', { kind: 'delivered', at: NOW, answer: '250 ok' });
      await outbox.settle('b', { kind: 'dead', error: '550 unknown user' });
      expect(await outbox.depth(NOW)).toEqual({ queued: 2, dead: 1, oldest: minute(3) });
    });

    it('finds a row by its id, or by six characters that no other id begins with', async () => {
      const { outbox } = await open();
      const ids = ['abcdef0000', 'abcdef1111', 'abcdef', 'fedcba0000'];
      await outbox.append(ids.map((id) => sampleRow(id, minute(1))));
      expect(await outbox.get('fedcba')).toMatchObject({ id: 'fedcba0000', message: { subject: expect.any(String) } });
      expect(await outbox.get('abcdef1')).toMatchObject({ id: 'abcdef1111' });
      expect(await outbox.get('abcdef'), 'a whole id wins').toMatchObject({ id: 'abcdef' });
      await outbox.append([sampleRow('fedcba2222', minute(1))]);
      await expect(outbox.get('fedcba')).rejects.toMatchObject({ code: 'outbox_row_ambiguous' });
      await expect(outbox.get('fedcb')).rejects.toMatchObject({ code: 'outbox_row_unknown' });
      await expect(outbox.get('%%%%%%')).rejects.toMatchObject({ code: 'outbox_row_unknown' });
    });

    it('makes waiting and given-up rows due now when a person asks for it, and no other', async () => {
      const { outbox } = await open();
      await outbox.append(['dead', 'delivered', 'discarded', 'waiting'].map((id) => sampleRow(id, minute(1))));
      await outbox.settle('dead', { kind: 'dead', error: '550 unknown user' });
      await outbox.settle('delivered', { kind: 'delivered', at: minute(2), answer: '250 ok' });
      await outbox.discard(['discarded']);
      await outbox.settle('waiting', { kind: 'retry', nextAttemptAt: minute(99), error: '451 later' });
      const asked = ['waiting', 'dead', 'delivered', 'discarded', 'never held'];
      expect(await outbox.retry(asked, NOW)).toEqual(['dead', 'waiting']);
      const due = await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 10 });
      expect(due.map(({ id }) => id).toSorted()).toEqual(['dead', 'waiting']);
      // Its age counts anew: else one more refusal would give it up at once.
      expect(due.map(({ queuedAt, createdAt }) => [queuedAt, createdAt])).toEqual([
        [NOW, minute(1)],
        [NOW, minute(1)],
      ]);
    });

    it('does not give a message that is on its way to a second deliverer because a person asks for it', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 1 });
      await outbox.retry(['one'], minute(11));
      expect(await outbox.claimDue({ owner: 'b', now: minute(12), until: UNTIL, limit: 1 })).toEqual([]);
    });

    it('never offers a discarded row again, and discards none that was delivered', async () => {
      const { outbox } = await open();
      await outbox.append(['dead', 'delivered', 'waiting'].map((id) => sampleRow(id, minute(1))));
      await outbox.settle('dead', { kind: 'dead', error: '550 unknown user' });
      await outbox.settle('delivered', { kind: 'delivered', at: minute(2), answer: '250 ok' });
      expect(await outbox.discard(['waiting', 'delivered', 'dead'])).toEqual(['dead', 'waiting']);
      await outbox.append([sampleRow('waiting', minute(1))]);
      await outbox.settle('waiting', { kind: 'retry', nextAttemptAt: minute(3), error: 'timeout' });
      expect(await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 10 })).toEqual([]);
      expect((await outbox.list(['discarded'])).map(({ id }) => id)).toEqual(['dead', 'waiting']);
      expect(await outbox.depth(NOW)).toMatchObject({ queued: 0, dead: 0 });
    });

    it('forgets an address in every state, and neither sends nor queues its messages again', async () => {
      const { outbox } = await open();
      const ids = ['dead', 'delivered', 'waiting'];
      await outbox.append(ids.map((id) => sampleRow(id, minute(1))));
      const other = sampleRow('other', minute(1));
      await outbox.append([{ ...other, message: { ...other.message, to: { name: '', address: 'john@example.org' } } }]);
      await outbox.settle('dead', { kind: 'dead', error: '550 jane@example.org unknown' });
      await outbox.settle('delivered', { kind: 'delivered', at: minute(2), answer: '250 ok jane@example.org' });
      expect(await outbox.forget('Jane@Example.ORG')).toEqual({ forgotten: 3, discarded: 2 });
      expect(await outbox.forget('jane@example.org')).toEqual({ forgotten: 0, discarded: 0 });
      await outbox.append(ids.map((id) => sampleRow(id, minute(1))));
      const all = await outbox.list(['queued', 'delivered', 'dead', 'discarded']);
      expect(all.map(({ id, state }) => [id, state]).toSorted()).toEqual([
        ['dead', 'discarded'],
        ['delivered', 'delivered'],
        ['other', 'queued'],
        ['waiting', 'discarded'],
      ]);
      expect(JSON.stringify(all)).not.toMatch(/jane/i);
      expect(all.find(({ id }) => id === 'delivered')?.message).toMatchObject({ subject: '', text: '', html: '' });
    });

    it('believes the delivery of a message that was forgotten on its way, and keeps nothing of the answer', async () => {
      const { outbox } = await open();
      await outbox.append([sampleRow('one', minute(1))]);
      await outbox.claimDue({ owner: 'a', now: NOW, until: UNTIL, limit: 1 });
      await outbox.forget('jane@example.org');
      await outbox.settle('one', { kind: 'delivered', at: minute(11), answer: '250 jane@example.org' });
      expect(JSON.stringify(await outbox.list(['delivered']))).not.toContain('jane');
    });

    it('says outbox_row_unknown when a row that it never held is settled', async () => {
      const { outbox } = await open();
      await expect(outbox.settle('none', { kind: 'dead', error: 'x' })).rejects.toMatchObject({
        code: 'outbox_row_unknown',
      });
    });
  });
}
