import { expect, it } from 'vitest';
import { maskAddress } from '../../src/domain/mask-address.ts';

it.each([
  ['jane@example.org', 'j***@e***.org'],
  ['j@e.org', 'j***@e***.org'],
  ['jane.doe+alerts@mail.example.co.uk', 'j***@m***.uk'],
  ['"odd@name"@example.org', '"***@e***.org'],
  ['élodie@exämple.org', 'é***@e***.org'],
  ['😀smile@example.org', '😀***@e***.org'],
  ['root@localhost', 'r***@l***'],
  ['jane@[192.0.2.1]', 'j***@[***'],
])('shows of %s only %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

it.each(['', '@', 'jane', '@example.org', 'jane@', ' @example.org'])(
  'shows nothing of %j, which has no shape to keep',
  (address) => {
    expect(maskAddress(address)).toBe('***');
  },
);
