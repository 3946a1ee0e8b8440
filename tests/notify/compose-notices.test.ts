import { describe, expect, it } from 'vitest';
import type { CheckRecord } from '../../src/domain/version.ts';
import { composeHeartbeat, type HeartbeatInput } from '../../src/notify/compose-heartbeat.ts';
import { composeReadableAgain } from '../../src/notify/compose-readable-again.ts';
import { composeUnreadable, type UnreadableInput } from '../../src/notify/compose-unreadable.ts';
import { planTelling } from '../../src/notify/plan-telling.ts';
import { tellReadability } from '../../src/notify/tell-readability.ts';
import { INKPOT, PRIVACY, QUILLFEED, READER } from './fictional-change.ts';

const PLATFORMS = [QUILLFEED, INKPOT];
const NOW = '2026-11-23T08:00:00.000Z';
const TERMS = { ...PRIVACY, id: 'quillfeed/terms', name: 'Terms <b>&', appliesTo: ['quillfeed'] };
const UNREADABLE: UnreadableInput = {
  subscription: READER,
  platforms: PLATFORMS,
  document: PRIVACY,
  verifiedUntil: '2026-11-22T02:41:00.000Z',
  failures: 3,
  reason: 'quillfeed/privacy: https://quillfeed.example/privacy could not be read: 404 <i>\r\nBcc: x@y.example',
  suspect: false,
  now: NOW,
  host: 'clausewatch.example',
};

describe('the message that a document cannot be read', () => {
  it('says which, since when, why and what to do', () => {
    const { kind, message } = composeUnreadable(UNREADABLE);
    expect(kind).toBe('unreadable');
    expect(message.subject).toBe('[clausewatch] Cannot be read any more: Quillfeed: Privacy Policy');
    expect(message.text).toMatchSnapshot();
    expect(message.html).toContain('404 &lt;i&gt; Bcc: x@y.example');
  });

  it('is one per subscription and time of failing, and another when it fails anew', () => {
    const id = (more: object): string => composeUnreadable({ ...UNREADABLE, ...more }).id;
    expect(id({ failures: 9, reason: 'timeout' })).toBe(id({}));
    expect(id({ verifiedUntil: '2026-11-23T02:41:00.000Z' })).not.toBe(id({}));
    expect(id({ verifiedUntil: null })).not.toBe(id({}));
  });

  it('names how to take a page that is the document after all, only where there is one', () => {
    const suspect = composeUnreadable({ ...UNREADABLE, suspect: true });
    expect(suspect.message.text).toContain('npx clausewatch accept quillfeed/privacy');
    expect(composeUnreadable(UNREADABLE).message.text).not.toContain('accept');
  });
});

describe('the message that a document can be read again', () => {
  it('says which and since when, once per telling', () => {
    const input = {
      subscription: READER,
      platforms: PLATFORMS,
      document: TERMS,
      toldUnreadableAt: '2026-11-20T02:41:00.000Z',
      now: NOW,
    };
    const row = composeReadableAgain(input);
    expect(row.kind).toBe('readable-again');
    expect(row.message.text).toMatchSnapshot();
    expect(row.message.html).toContain('Terms &lt;b&gt;&amp;');
    expect(composeReadableAgain({ ...input, now: '2027-01-01T00:00:00.000Z' }).id).toBe(row.id);
  });
});

describe('the heartbeat', () => {
  const HEARTBEAT: HeartbeatInput = {
    subscription: READER,
    platforms: PLATFORMS,
    documents: [
      {
        document: PRIVACY,
        verifiedUntil: '2026-11-23T02:41:00.000Z',
        consecutiveFailures: 0,
        lastChangeAt: '2026-11-20T00:00:00.000Z',
        reason: null,
      },
      { document: TERMS, verifiedUntil: null, consecutiveFailures: 5, lastChangeAt: null, reason: 'timeout' },
      {
        document: { ...TERMS, id: 'quillfeed/off', name: 'Old', enabled: false },
        verifiedUntil: null,
        consecutiveFailures: 0,
        lastChangeAt: null,
        reason: null,
      },
    ],
    undeliverable: 1,
    period: '2026-11-23',
    now: NOW,
  };

  it('says how many documents are watched, how fresh they are, and what fails', () => {
    const row = composeHeartbeat(HEARTBEAT);
    expect(row?.message.subject).toBe('[clausewatch] Alive: 2 documents watched, 1 failing');
    expect(row?.message.text).toMatchSnapshot();
  });

  it('is one per subscription and week', () => {
    const row = composeHeartbeat(HEARTBEAT);
    expect(
      composeHeartbeat({ ...HEARTBEAT, now: '2026-11-25T00:00:00.000Z', documents: HEARTBEAT.documents.slice(0, 1) })
        ?.id,
    ).toBe(row?.id);
    expect(composeHeartbeat({ ...HEARTBEAT, period: '2026-11-30' })?.id).not.toBe(row?.id);
  });

  it('goes to nobody who watches nothing', () => {
    expect(composeHeartbeat({ ...HEARTBEAT, subscription: { ...READER, selectors: ['quillfeed/off'] } })).toBeNull();
  });
});

describe('telling of readability', () => {
  it('comes once with the third failure, and once when the document is back', () => {
    const told = '2026-11-23T00:00:00.000Z';
    const plan = (consecutiveFailures: number, toldUnreadableAt: string | null) =>
      planTelling({ consecutiveFailures, toldUnreadableAt });
    expect([0, 1, 2, 3, 4].map((failures) => plan(failures, null))).toEqual([
      null,
      null,
      null,
      'unreadable',
      'unreadable',
    ]);
    expect([0, 1, 2, 3, 4].map((failures) => plan(failures, told))).toEqual(['readable-again', null, null, null, null]);
  });

  it('changes what is remembered together with the message, also where nobody is to be told', () => {
    const check: CheckRecord = {
      documentId: PRIVACY.id,
      at: NOW,
      outcome: 'suspect',
      code: 'login-wall',
      message: null,
      ms: 1,
      robotsOverride: null,
      changeId: null,
    };
    const before = { consecutiveFailures: 2, verifiedUntil: null, toldUnreadableAt: null };
    const input = { document: PRIVACY, check, before, platforms: PLATFORMS, subscriptions: [READER], host: '' };
    expect(tellReadability(input)).toMatchObject({ outbox: [{ kind: 'unreadable' }], toldUnreadableAt: NOW });
    const other = { ...READER, selectors: ['inkpot/other'] };
    expect(tellReadability({ ...input, subscriptions: [other] })).toEqual({ outbox: [], toldUnreadableAt: NOW });
    expect(tellReadability({ ...input, subscriptions: [] })).toEqual({ outbox: [], toldUnreadableAt: NOW });
    expect(tellReadability({ ...input, before: { ...before, consecutiveFailures: 1 } })).toEqual({ outbox: [] });
    const back = { ...check, outcome: 'changed' as const };
    const told = { ...before, consecutiveFailures: 4, toldUnreadableAt: NOW };
    expect(tellReadability({ ...input, check: back, before: told })).toMatchObject({
      outbox: [{ kind: 'readable-again' }],
      toldUnreadableAt: null,
    });
  });
});
