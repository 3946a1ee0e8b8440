import { describe, expect, it } from 'vitest';
import { DueBook } from '../../src/schedule/due-book.ts';
import type { Planned } from '../../src/schedule/plan-due.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 23);
const DOCUMENT: Planned = { documentId: 'p/d', everyMs: 6 * HOUR, lastCheckAt: null };
const FRESH = { ...DOCUMENT, lastCheckAt: NOW };

const due = (book: DueBook, now: number, entry = DOCUMENT): boolean => book.plan(now, [entry]).due.length > 0;

describe('the book of what is due', () => {
  it('never gives a document out while it is being checked', () => {
    const book = new DueBook();
    expect(due(book, NOW)).toBe(true);
    book.start(['p/d'], NOW);
    expect(due(book, NOW + DAY)).toBe(false);
    expect([...book.inFlight]).toEqual([['p/d', NOW]]);
    book.end(['p/d']);
    expect(due(book, NOW + DAY)).toBe(true);
  });

  it('gives a document that another process held out again', () => {
    const book = new DueBook();
    book.start(['p/d'], NOW);
    book.end(['p/d']);
    expect(due(book, NOW + MINUTE)).toBe(true);
  });

  it('gives at once, and once, what a crash left unjudged', () => {
    const book = new DueBook(['p/d']);
    expect(due(book, NOW + 1, FRESH)).toBe(true);
    book.start(['p/d'], NOW);
    book.end(['p/d']);
    expect(due(book, NOW + 1, FRESH)).toBe(false);
  });

  it('waits as long as the server asked, but not for ever', () => {
    const book = new DueBook();
    book.start(['p/d'], NOW);
    book.pause(DOCUMENT, NOW + 8 * HOUR, NOW);
    book.end(['p/d']);
    expect(due(book, NOW + 8 * HOUR - 1)).toBe(false);
    expect(due(book, NOW + 8 * HOUR)).toBe(true);
    book.pause(DOCUMENT, NOW + 300 * DAY, NOW);
    expect(due(book, NOW + DAY - 1)).toBe(false);
    expect(due(book, NOW + DAY)).toBe(true);
  });

  it('waits longer with each fault of ours, never longer than the interval, until a check is recorded', () => {
    const book = new DueBook();
    const waits = [2, 4, 8, 16, 32, 64, 128, 256, 360, 360];
    for (const minutes of waits) {
      book.start(['p/d'], NOW);
      book.faulted(DOCUMENT, NOW);
      book.end(['p/d']);
      expect(due(book, NOW + minutes * MINUTE - 1)).toBe(false);
      expect(due(book, NOW + minutes * MINUTE)).toBe(true);
    }
    book.checked('p/d', NOW);
    book.faulted(DOCUMENT, NOW);
    expect(due(book, NOW + 3 * MINUTE)).toBe(false);
    expect(due(book, NOW + DAY)).toBe(true);
  });
});
