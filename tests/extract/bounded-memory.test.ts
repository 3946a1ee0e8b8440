import { describe, expect, it } from 'vitest';
import { BoundedMemory } from '../../src/extract/bounded-memory.ts';

describe('BoundedMemory', () => {
  it('forgets what was not asked for while others came, keeps what was', () => {
    const memory = new BoundedMemory<number>(20);
    memory.set('aaaaa', 1);
    memory.set('bbbbb', 2);
    memory.set('ccccc', 3);
    expect(memory.get('aaaaa')).toBe(1);
    memory.set('ddddd', 4);
    expect([memory.get('bbbbb'), memory.get('aaaaa')]).toEqual([undefined, 1]);
  });

  it('keeps nothing that alone is more than its half', () => {
    const memory = new BoundedMemory<number>(8);
    memory.set('aaaaa', 1);
    expect(memory.get('aaaaa')).toBeUndefined();
  });
});
