import { expect, it } from 'vitest';
import { landsElsewhere } from '../../src/snapshots/lands-elsewhere.ts';

const ASKED = 'https://www.acme.example/legal/privacy';

it.each([
  'https://www.acme.example/',
  'https://www.acme.example',
  'https://acme.example/en-US/',
  'https://other.example/de',
])('takes %s for a front page', (final) => {
  expect(landsElsewhere(ASKED, final)).toBe(true);
});

it.each([
  ASKED,
  'https://www.acme.example/en/legal/privacy',
  'https://newname.example/policies/privacy',
  'https://www.acme.example/?page=privacy',
  'https://www.acme.example/#/privacy',
  'https://privacy.acme.example/policy',
  'not a url',
])('takes %s for the document', (final) => {
  expect(landsElsewhere(ASKED, final)).toBe(false);
});

it('lets a document be a front page when that is where it was looked for', () => {
  expect(landsElsewhere('https://privacy.acme.example/', 'https://privacy.acme.example/en')).toBe(false);
});
