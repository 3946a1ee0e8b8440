import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTerminal } from '../../src/domain/escape-terminal.ts';
import { HOSTILE } from '../diff/hostile-policy.ts';

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff\u200b]/u;

describe('escapeTerminal', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('leaves no control character in %s', (_name, text) => {
    const escaped = escapeTerminal(text);
    expect(escaped).not.toMatch(CONTROL);
    expect(escaped.isWellFormed()).toBe(true);
  });

  it('leaves no control character in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeTerminal(text)).not.toMatch(CONTROL);
      }),
    );
  });

  it('shows what it took out', () => {
    expect(escapeTerminal('\u001b[31m\u009b\u202e\u007f\r')).toBe('\u241b[31m<U+009B><U+202E>\u2421\u240d');
  });

  it('leaves the texts of people as they are', () => {
    const text = 'Größe, naïve — “我们” می‌خواهم 👩‍👩‍👧 עברית';
    expect(escapeTerminal(text)).toBe(text);
  });
});
