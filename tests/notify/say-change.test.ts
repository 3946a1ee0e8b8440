import { describe, expect, it } from 'vitest';
import { sayChange } from '../../src/notify/templates/say-change.ts';
import { fact, factChange } from './fictional-change.ts';

const say = (before: Parameters<typeof fact> | null, after: Parameters<typeof fact> | null) =>
  sayChange(
    factChange(before && fact(...before), after && fact(...after), 'less-protective'),
    () => 'a phrase\u001B[1m',
  );

describe('sayChange', () => {
  it.each([
    [
      null,
      ['trains-on:private-messages', 'q', { modality: 'may' }],
      'now says it may train AI on your private messages',
    ],
    [null, ['trains-on:profile', 'q', { modality: 'does' }], 'now says it trains AI on your profile'],
    [
      null,
      ['trains-on:profile', 'q', { modality: 'will', putOff: true, regions: ['EU'] }],
      'now says it will train AI on your profile (put off for now, EU)',
    ],
    [['excludes:voice-or-face', 'q'], null, 'no longer promises not to train AI on your voice or face'],
    [['opt-out:toggle', 'q'], null, 'no longer says you can refuse AI training by a switch'],
    [['consent-required', 'q'], null, 'no longer says it trains AI only with consent'],
    [null, ['opt-out:not-offered', 'q'], 'now says you cannot refuse AI training'],
    [
      ['trains-on:profile', 'q', { modality: 'may' }],
      ['trains-on:profile', 'r', { modality: 'does' }],
      'now says it trains AI on your profile; before, it said it may train AI on your profile',
    ],
    [
      ['likeness-use', 'q'],
      ['likeness-use', 'r'],
      'says in other words that it uses your likeness with AI, with less protection',
    ],
    [
      null,
      ['trains-on:user-content', 'q', { modality: 'will', subjects: ['minors'], regions: ['EU'] }],
      'now says it will train AI on content you upload or write (minors, EU)',
    ],
    [null, ['some-later-kind:x', 'q'], 'changed what it says: a phrase [1m'],
  ] as const)('%j → %j is said as “%s”', (before, after, words) => {
    expect(say(before as never, after as never)).toBe(words);
  });
});
