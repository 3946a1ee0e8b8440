import { expect, it } from 'vitest';
import { type FingerprintInput, fingerprintOf } from '../../src/snapshots/fingerprint.ts';

const INPUT: FingerprintInput = {
  extractorVersion: '3',
  document: { urls: ['https://acme.example/privacy'], select: ['main'], remove: ['.ad'] },
  via: 'http',
};

it('is the same for the same way of reading, whatever the document is called', () => {
  const renamed = { ...INPUT.document, name: 'New name', region: 'EU' };
  expect(fingerprintOf({ ...INPUT, document: renamed })).toBe(fingerprintOf(INPUT));
});

it('differs with the code, the URL parts, what is selected or removed, and how it was fetched', () => {
  const { document } = INPUT;
  const others: FingerprintInput[] = [
    INPUT,
    { ...INPUT, extractorVersion: '4' },
    { ...INPUT, via: 'browser' },
    { ...INPUT, document: { ...document, urls: [...document.urls, 'https://acme.example/more'] } },
    { ...INPUT, document: { ...document, select: ['article'] } },
    { ...INPUT, document: { ...document, select: ['main', '.ad'], remove: [] } },
    { ...INPUT, document: { ...document, select: [], remove: ['main', '.ad'] } },
    { ...INPUT, document: { ...document, remove: ['.ad', '.banner'] } },
  ];
  expect(new Set(others.map(fingerprintOf)).size).toBe(others.length);
});

it('differs with how each part was fetched, and is that of one way where there is one part', () => {
  const vias: FingerprintInput['via'][] = [
    ['http', 'http'],
    ['http', 'browser'],
    ['browser', 'http'],
    ['http', null],
  ];
  expect(new Set(vias.map((via) => fingerprintOf({ ...INPUT, via }))).size).toBe(vias.length);
  expect(fingerprintOf({ ...INPUT, via: ['http'] })).toBe(fingerprintOf(INPUT));
});
