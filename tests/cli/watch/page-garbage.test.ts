import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageGarbage } from '../../../src/cli/watch/page-garbage.ts';

const REST_MS = 5_000;

function watched() {
  const collected: ('thoroughly' | 'in passing')[] = [];
  const collect = (thoroughly: boolean): void => void collected.push(thoroughly ? 'thoroughly' : 'in passing');
  return { garbage: new PageGarbage({ collect, everyBytes: 1_000, restMs: REST_MS }), collected };
}

describe('the garbage that pages leave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is collected in passing once enough bytes of pages have come', () => {
    const { garbage, collected } = watched();
    garbage.worked(600);
    expect(collected).toEqual([]);
    garbage.worked(600);
    expect(collected).toEqual(['in passing']);
    garbage.worked(600);
    expect(collected).toEqual(['in passing']);
  });

  it('is collected thoroughly once when work has rested, and again only after more work', () => {
    const { garbage, collected } = watched();
    garbage.worked();
    vi.advanceTimersByTime(REST_MS - 1);
    garbage.worked();
    vi.advanceTimersByTime(REST_MS - 1);
    expect(collected).toEqual([]);
    vi.advanceTimersByTime(10 * REST_MS);
    expect(collected).toEqual(['thoroughly']);
    garbage.worked();
    vi.advanceTimersByTime(REST_MS);
    expect(collected).toEqual(['thoroughly', 'thoroughly']);
  });

  it('is left alone after the end', () => {
    const { garbage, collected } = watched();
    garbage.worked();
    garbage.stop();
    vi.advanceTimersByTime(10 * REST_MS);
    expect(collected).toEqual([]);
  });

  it('can really be collected in this version of Node', () => {
    vi.useRealTimers();
    const garbage = new PageGarbage({ everyBytes: 1 });
    expect(() => garbage.worked(1)).not.toThrow();
    garbage.stop();
  });
});
