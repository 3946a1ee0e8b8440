import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, wrapText } from '../../src/domain/wrap-text.ts';

describe('wrapText', () => {
  it('never makes a line too wide and never loses a character', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })), (words) => {
        const text = words.map((word) => word.replace(/\s/g, '_')).join(' ');
        const lines = wrapText(text, { width: 40, first: '> ' });
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(40);
        const back = lines.map((line) => line.slice(2)).join('');
        expect(back.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('leaves addresses whole', () => {
    const address = `https://quillfeed.example/${'a'.repeat(200)}`;
    expect(wrapText(`see ${address} now`)).toEqual(['see', address, 'now']);
  });

  it('counts wide letters twice', () => {
    expect(wrapText('語'.repeat(50), { width: 40 })).toEqual(['語'.repeat(20), '語'.repeat(20), '語'.repeat(10)]);
  });
});
