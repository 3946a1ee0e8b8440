import type { WordRun } from '../domain/redline.ts';
import { alignWords } from './align-words.ts';
import type { Budget, Granularity } from './budget.ts';
import type { Stretch } from './stretch.ts';
import { tidyStretches } from './tidy-stretches.ts';
import type { Tokens } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Runs that give back both texts letter for letter, and how fine they are. */
export interface Runs {
  readonly runs: readonly WordRun[];
  readonly granularity: Granularity;
}

/** The words that differ between two texts. */
export function wordRuns(a: Tokens, b: Tokens, vocabulary: Vocabulary, budget: Budget): Runs {
  if (a.text === b.text) return { runs: a.text === '' ? [] : [{ op: 'equal', text: a.text }], granularity: 'words' };
  const { stretches, granularity } = alignWords(a, b, budget);
  const tidy = granularity === 'words' ? tidyStretches(a, b, stretches, vocabulary) : stretches;
  return { runs: runsOf(a, b, tidy), granularity };
}

class RunList {
  readonly runs: WordRun[] = [];
  #deleted = '';
  #inserted = '';

  change(deleted: string, inserted: string): void {
    this.#deleted += deleted;
    this.#inserted += inserted;
  }

  equal(text: string): void {
    if (text === '') return;
    this.flush();
    const last = this.runs.at(-1);
    if (last?.op === 'equal') this.runs[this.runs.length - 1] = { op: 'equal', text: last.text + text };
    else this.runs.push({ op: 'equal', text });
  }

  flush(): void {
    if (this.#deleted !== '') this.runs.push({ op: 'delete', text: this.#deleted });
    if (this.#inserted !== '') this.runs.push({ op: 'insert', text: this.#inserted });
    this.#deleted = '';
    this.#inserted = '';
  }
}

/** Spaces belong to the word after them: they are equal where the word is and stand on both sides. */
function runsOf(a: Tokens, b: Tokens, stretches: readonly Stretch[]): WordRun[] {
  const list = new RunList();
  let charA = 0;
  let charB = 0;
  const changeUpTo = (endA: number, endB: number): void => {
    const deleted = a.text.slice(charA, endA);
    const inserted = b.text.slice(charB, endB);
    const space = deleted !== '' && inserted !== '' ? commonSpace(deleted, inserted) : 0;
    list.equal(deleted.slice(0, space));
    list.change(deleted.slice(space), inserted.slice(space));
    charA = endA;
    charB = endB;
  };
  for (const stretch of stretches) {
    if (stretch.a > 0 || stretch.b > 0) {
      changeUpTo(Math.max(charA, a.ends[stretch.a - 1] ?? 0), Math.max(charB, b.ends[stretch.b - 1] ?? 0));
    }
    for (let at = 0; at < stretch.length; at++) {
      const gapA = a.text.slice(charA, a.starts[stretch.a + at]);
      const gapB = b.text.slice(charB, b.starts[stretch.b + at]);
      if (gapA === gapB) list.equal(gapA);
      else list.change(gapA, gapB);
      charA = a.ends[stretch.a + at] as number;
      charB = b.ends[stretch.b + at] as number;
      list.equal(b.text.slice(b.starts[stretch.b + at], charB));
    }
  }
  changeUpTo(a.text.length, b.text.length);
  list.flush();
  return list.runs;
}

function commonSpace(x: string, y: string): number {
  let at = 0;
  while (at < x.length && x[at] === y[at] && /\s/.test(x.charAt(at))) at++;
  return at;
}
