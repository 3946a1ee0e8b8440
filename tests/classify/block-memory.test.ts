import { describe, expect, it } from 'vitest';
import { createBlockMemory } from '../../src/classify/block-memory.ts';
import type { Block } from '../../src/domain/block.ts';

const block = (text: string, leadIn: string | null = null): Block => ({
  kind: 'list-item',
  text,
  headingPath: ['Data'],
  leadIn,
  links: [],
});

function counting(mostCharacters: number) {
  const made: string[] = [];
  const forgotten: number[] = [];
  const memory = createBlockMemory<string>(mostCharacters, () => forgotten.push(made.length));
  const read = (one: Block, kind = 'en'): string => memory.get(one, kind, () => `${made.push(one.text)} ${one.text}`);
  return { read, made, forgotten };
}

describe('the memory of blocks', () => {
  it('works out equal blocks in an equal context once', () => {
    const { read, made } = counting(1000);
    expect(read(block('posts'))).toBe(read(block('posts')));
    expect(made).toEqual(['posts']);
  });

  it('keeps apart what another lead-in or another kind of document makes of the same words', () => {
    const { read, made } = counting(1000);
    read(block('posts', 'We use:'));
    read(block('posts', 'We never use:'));
    read(block('posts', 'We use:'), 'de');
    expect(made).toHaveLength(3);
  });

  it('forgets everything when it holds too much, and says so', () => {
    const { read, made, forgotten } = counting(20);
    read(block('a first paragraph'));
    read(block('a second paragraph'));
    read(block('a first paragraph'));
    expect(made).toHaveLength(3);
    expect(forgotten.length).toBeGreaterThan(0);
  });

  it('does not keep a block that is as long as a book', () => {
    const { read, made } = counting(10_000_000);
    const book = block('word '.repeat(10_000));
    read(book);
    read(book);
    expect(made).toHaveLength(2);
  });
});
