import { describe, expect, it } from 'vitest';
import { composeSample } from '../../src/notify/compose-sample.ts';
import { composeWelcome, type WelcomeInput } from '../../src/notify/compose-welcome.ts';
import { INKPOT, PRIVACY, QUILLFEED, READER } from './fictional-change.ts';

const TERMS = { ...PRIVACY, id: 'quillfeed/terms', name: 'Terms', appliesTo: ['quillfeed'] };
const INPUT: WelcomeInput = {
  subscription: READER,
  platforms: [
    { ...QUILLFEED, documents: [PRIVACY, TERMS, { ...TERMS, id: 'quillfeed/old', name: 'Old terms', enabled: false }] },
    { ...INKPOT, noAiPage: { reason: 'none found', date: '2026-11-01' } },
  ],
  unreadable: [{ documentId: 'quillfeed/terms', reason: 'http_forbidden: the server answered 403 <b>\r\nX: y' }],
  now: '2026-11-23T02:41:00.000Z',
  host: 'clausewatch.example',
};

describe('the welcome message', () => {
  it('says what is watched, what could not be read and why, and what happens next', () => {
    const { message } = composeWelcome(INPUT);
    expect(message.subject).toBe('[clausewatch] Now watching 1 document for you');
    expect(message.text).toMatchSnapshot();
    expect(message.html).toContain('403 &lt;b&gt; X: y');
    expect(message.html).not.toContain('<b>');
  });

  it('is one per subscription, whatever is watched at the time', () => {
    const later = composeWelcome({ ...INPUT, unreadable: [], now: '2026-12-01T00:00:00.000Z' });
    expect(later.id).toBe(composeWelcome(INPUT).id);
    expect(composeWelcome({ ...INPUT, subscription: { ...READER, id: 'other' } }).id).not.toBe(later.id);
  });

  it('does not speak of documents that the subscription leaves out or that are switched off', () => {
    const { message } = composeWelcome({ ...INPUT, subscription: { ...READER, selectors: ['inkpot'] } });
    expect(message.text).toContain('Privacy Policy');
    expect(message.text).not.toContain('Terms');
    expect(composeWelcome(INPUT).message.text).not.toContain('Old terms');
  });

  it('is honest when nothing could be read', () => {
    const unreadable = [PRIVACY, TERMS].map(({ id }) => ({ documentId: id, reason: 'timeout' }));
    expect(composeWelcome({ ...INPUT, unreadable }).message.subject).toBe(
      '[clausewatch] No document could be read yet',
    );
  });
});

describe('the sample alert', () => {
  it('is marked as a sample in subject, text and HTML', () => {
    const sample = composeSample({ to: READER.to, now: '2026-11-23T02:41:00.000Z', host: 'clausewatch.example' });
    expect(sample.subject).toMatch(/^\[clausewatch\] SAMPLE /);
    expect(sample.subject.length).toBeLessThanOrEqual(78);
    expect(sample.text).toMatch(/^\*\*\* THIS IS A SAMPLE/);
    expect(sample.html).toContain('This is a sample.');
    expect(sample.messageId).toMatch(/^[0-9a-f]{20}@clausewatch\.example$/);
  });
});
