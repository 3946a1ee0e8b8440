import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGloballyRoutable, isLoopback } from '../../src/fetchers/address-guard.ts';
import { FORBIDDEN_LITERALS, PUBLIC_LITERALS } from './forbidden-addresses.ts';

// IANA special-purpose registry, written out anew: first address and prefix length.
const SPECIAL: readonly (readonly [first: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

const toNumber = (dotted: string): number => dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toDotted = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
const isSpecial = (number: number): boolean =>
  SPECIAL.some(([first, prefix]) => Math.floor((number - toNumber(first)) / 2 ** (32 - prefix)) === 0);

// Half of all addresses at random, half close to the edge of a special range.
const nearEdge = fc
  .tuple(fc.constantFrom(...SPECIAL), fc.boolean(), fc.integer({ min: -300, max: 300 }))
  .map(([[first, prefix], atEnd, offset]) => toNumber(first) + (atEnd ? 2 ** (32 - prefix) : 0) + offset)
  .filter((number) => number >= 0 && number < 2 ** 32);
const anyIPv4 = fc.oneof(fc.nat(2 ** 32 - 1), nearEdge);

describe('the address guard', () => {
  test.each(FORBIDDEN_LITERALS)('refuses %j', (address) => {
    expect(isGloballyRoutable(address)).toBe(false);
  });

  test.each(PUBLIC_LITERALS)('permits %s', (address) => {
    expect(isGloballyRoutable(address)).toBe(true);
  });

  test('agrees with the registry on every IPv4 address', () => {
    fc.assert(
      fc.property(anyIPv4, (number) => isGloballyRoutable(toDotted(number)) === !isSpecial(number)),
      { numRuns: 5000 },
    );
  });

  test('judges an IPv4 address alike when it is wrapped in IPv6, mapped or by NAT64', () => {
    fc.assert(
      fc.property(anyIPv4, fc.constantFrom('::ffff:', '64:ff9b::'), (number, prefix) => {
        const plain = isGloballyRoutable(toDotted(number));
        return isGloballyRoutable(`${prefix}${toDotted(number)}`) === plain;
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isGloballyRoutable(text) === 'boolean'));
    fc.assert(fc.property(fc.ipV6(), (text) => typeof isGloballyRoutable(text) === 'boolean'));
  });

  test('knows loopback, also mapped, and nothing else as loopback', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true]);
    expect(['10.0.0.1', '::', '0.0.0.0', '::127.0.0.1', '8.8.8.8', 'localhost'].some(isLoopback)).toBe(false);
  });
});
