import { describe, expect, it } from 'vitest';
import { safeLink } from '../../src/notify/safe-link.ts';

describe('safeLink', () => {
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pass@quillfeed.example/',
    '//quillfeed.example/',
    'a citation, page 4',
    `https://quillfeed.example/${'a'.repeat(2000)}`,
  ])('refuses %j', (address) => {
    expect(safeLink(address)).toBeNull();
  });

  it('takes http and https, spelled so that no quote ends an attribute', () => {
    expect(safeLink('https://quillfeed.example/a"b<c>')).toBe('https://quillfeed.example/a%22b%3Cc%3E');
    expect(safeLink('http://quillfeed.example')).toBe('http://quillfeed.example/');
  });
});
