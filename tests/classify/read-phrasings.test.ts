import { expect, it } from 'vitest';
import type { Phrasing } from './phrasings/phrasing.ts';
import { COMMUNITIES } from './phrasings/read/communities.ts';
import { CONTRACTS } from './phrasings/read/contracts.ts';
import { DESIGN_AND_MEDIA } from './phrasings/read/design-and-media.ts';
import { EDITS } from './phrasings/read/edits.ts';
import { HEALTH_AND_SCHOOL } from './phrasings/read/health-and-school.ts';
import { HELD_OUT } from './phrasings/read/held-out.ts';
import { KINDS } from './phrasings/read/kinds.ts';
import { LAW_AND_TABLES } from './phrasings/read/law-and-tables.ts';
import { LOOK_ALIKES } from './phrasings/read/look-alikes.ts';
import { MONEY_AND_WORK } from './phrasings/read/money-and-work.ts';
import { PAIRS } from './phrasings/read/pairs.ts';
import { readsEdit } from './phrasings/read/reads-edit.ts';
import { readsKinds } from './phrasings/read/reads-kinds.ts';
import { readsPair } from './phrasings/read/reads-pair.ts';
import { REGISTER_PAIRS } from './phrasings/read/register-pairs.ts';
import { REGISTERS } from './phrasings/read/registers.ts';
import { SECTIONS } from './phrasings/read/sections.ts';
import { THINGS_AND_LINES } from './phrasings/read/things-and-lines.ts';
import { USUAL_CLAUSES } from './phrasings/read/usual-clauses.ts';
import { said } from './phrasings/said.ts';

function isRead(phrasing: Phrasing): boolean {
  const { expected, found } = said(phrasing);
  return expected.symmetricDifference(found).size === 0;
}

// The first, third, … of a list were tuned on; of the others only the number read right was looked at (and one sentence of
// REGISTERS that a change had broken, once).
const tuned = <T>(list: readonly T[]): T[] => list.filter((_, i) => i % 2 === 0);
const onlyCounted = <T>(list: readonly T[]): T[] => list.filter((_, i) => i % 2 === 1);

const rightIn = (list: readonly Phrasing[]): number => list.filter(isRead).length;

// Written before the rules were run on any of them. What is not read right yet is counted, not hidden: the floor may only rise.
it.each([
  ['design tools and media', DESIGN_AND_MEDIA, 19],
  ['contracts', CONTRACTS, 27],
  ['health and school', HEALTH_AND_SCHOOL, 24],
  ['money and work', MONEY_AND_WORK, 32],
  ['communities', COMMUNITIES, 28],
  ['things and lines', THINGS_AND_LINES, 21],
  ['law and tables', LAW_AND_TABLES, 30],
  ['what was never tuned on', HELD_OUT, 56],
  ['usual clauses', USUAL_CLAUSES, 53],
  ['many registers, tuned on', tuned(REGISTERS), 69],
  ['many registers, only counted', onlyCounted(REGISTERS), 56],
])('reads at least as many sentences of %s as it did', (_, list, floor) => {
  expect(rightIn(list)).toBeGreaterThanOrEqual(floor);
});

it('reads at least as many changes as it did', () => {
  expect(PAIRS.filter(readsPair).length).toBeGreaterThanOrEqual(47);
  expect(tuned(REGISTER_PAIRS).filter(readsPair).length).toBeGreaterThanOrEqual(29);
  expect(onlyCounted(REGISTER_PAIRS).filter(readsPair).length).toBeGreaterThanOrEqual(24);
});

it('reads at least as many edits of sections as it did', () => {
  expect(tuned(EDITS).filter(readsEdit).length).toBeGreaterThanOrEqual(20);
  expect(onlyCounted(EDITS).filter(readsEdit).length).toBeGreaterThanOrEqual(17);
});

it('reads at least as many sections that come as it did', () => {
  expect(tuned(SECTIONS).filter(readsEdit).length).toBeGreaterThanOrEqual(15);
  expect(onlyCounted(SECTIONS).filter(readsEdit).length).toBeGreaterThanOrEqual(13);
});

it('reads at least as many sentences with just the kinds of data that they name as it did', () => {
  expect(tuned(KINDS).filter(readsKinds).length).toBeGreaterThanOrEqual(19);
  expect(onlyCounted(KINDS).filter(readsKinds).length).toBeGreaterThanOrEqual(12);
});

it.each(LOOK_ALIKES)('finds no training of AI in what only looks like it: %s', (text) => {
  const { found } = said({ says: '', text });
  expect([...found].filter((fact) => fact !== 'ai-other')).toEqual([]);
});
