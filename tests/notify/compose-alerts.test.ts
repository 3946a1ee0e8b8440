import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/domain/alert.ts';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { alertInput, changeWith, READER } from './fictional-change.ts';

const idsFor = (subscription: Partial<Subscription>, change = changeWith()) =>
  composeAlerts(alertInput({ change, subscriptions: [{ ...READER, ...subscription }] })).map(({ id }) => id);

describe('composeAlerts', () => {
  it('gives equal rows for equal input, byte for byte, so that a resumed check queues nothing twice', () => {
    expect(composeAlerts(alertInput())).toEqual(composeAlerts(alertInput()));
    expect(composeAlerts(alertInput())[0]).toMatchObject({
      kind: 'alert',
      changeId: 'change-1',
      subscriptionId: 'everything',
      message: { to: READER.to, date: '2026-11-23T02:41:00.000Z' },
    });
  });

  it('names a row and its message after the change, the subscription and the address', () => {
    const ids = [
      ...idsFor({}),
      ...idsFor({ id: 'other' }),
      ...idsFor({ to: { name: 'Ada Reader', address: 'ada@elsewhere.example' } }),
      ...idsFor({}, changeWith({}, { id: 'change-2' })),
    ];
    expect(new Set(ids).size).toBe(4);
    const [row] = composeAlerts(alertInput());
    expect(row?.message.messageId).toBe(`${row?.id}@clausewatch.example`);
  });

  it('raises nothing for a cosmetic change', () => {
    expect(idsFor({}, changeWith({ cosmetic: true }))).toEqual([]);
  });

  it.each([
    [['quillfeed'], 1],
    [['quillfeed/privacy'], 1],
    [['quill*'], 1],
    [['inkpot'], 1],
    [['inkpot/*', 'quillfeed/terms'], 0],
    [['wisp'], 0],
    [[], 0],
  ])('takes the selectors %j by document and by every platform it speaks for', (selectors, count) => {
    expect(idsFor({ selectors })).toHaveLength(count);
  });

  it('keeps to the topics and the least severity that were asked for', () => {
    expect(idsFor({ topics: ['ai-other'] })).toHaveLength(0);
    expect(idsFor({ topics: ['ai-other', 'ai-training'] })).toHaveLength(1);
    expect(idsFor({ minSeverity: 'high' }, changeWith({ severity: 'medium' }))).toHaveLength(0);
    expect(idsFor({ minSeverity: 'medium' }, changeWith({ severity: 'medium' }))).toHaveLength(1);
  });

  it('tells those who asked for all topics of a change about none of them', () => {
    const change = changeWith({ topics: [], facts: [], severity: 'none', direction: 'neutral' });
    expect(idsFor({ topics: 'all' }, change)).toHaveLength(1);
    expect(idsFor({ topics: ['ai-training'] }, change)).toHaveLength(0);
    const [row] = composeAlerts(alertInput({ change }));
    expect(row?.message.subject).toBe('[clausewatch] Quillfeed privacy policy: words changed');
    expect(row?.message.text).toContain('Quillfeed changed the words of its Privacy Policy');
    expect(row?.message.text).not.toContain('WHAT YOU CAN DO');
  });
});
