import { expect, it } from 'vitest';
import { termsNames } from '../../src/history/export/terms-names.ts';
import { formatTermsPath } from '../../src/history/ota/terms-path.ts';

const ours = { service: 'Acme', terms: 'Privacy Policy' };

it('gives two documents of one name two files, and leaves the name that is known elsewhere', () => {
  const nameOf = termsNames([
    { id: 'acme/privacy-eu', known: null, ours },
    { id: 'acme/privacy', known: ours, ours },
  ]);
  expect(nameOf('acme/privacy', null)).toEqual(ours);
  expect(nameOf('acme/privacy-eu', null)).toEqual({ service: 'Acme', terms: 'Privacy Policy (acme privacy-eu)' });
});

it('keeps the name under which a text was imported, unless another document has it', () => {
  const nameOf = termsNames([{ id: 'acme/privacy', known: ours, ours }]);
  expect(nameOf('acme/privacy', 'Former Acme/Privacy Policy.md')).toEqual({ ...ours, service: 'Former Acme' });
  expect(nameOf('other/terms', 'Acme/Privacy Policy.md')).toEqual({ service: 'other', terms: 'terms' });
});

it('makes paths that lead nowhere else', () => {
  expect(formatTermsPath({ service: '../..', terms: 'a/b\\c\n"d"' })).toBe('-/a-b-c--d-.md');
  expect(() => formatTermsPath({ service: '..', terms: 'x' })).toThrow(RangeError);
});
