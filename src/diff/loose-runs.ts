import { foldText } from '../domain/fold-text.ts';
import type { WordRun } from '../domain/redline.ts';

// All of this is for the eye only: in the redline itself every space belongs to one side.

/**
 * Both sides in one text: spaces around a lone change stand outside of its mark, a break replaces a space, and where
 * words changed too, other quotation marks or dashes are no change to look at.
 */
export function looseRuns(runs: readonly WordRun[], typography: 'shown' | 'quiet'): WordRun[] {
  const shown = joinEqual(typography === 'quiet' ? runs.flatMap((run, at) => quiet(run, twinOf(runs, at))) : runs);
  const broken = breaksOnly(shown);
  const isEqual = (run: WordRun | undefined): boolean => (run?.op ?? 'equal') === 'equal';
  return broken.flatMap((run, at) => (isEqual(broken[at - 1]) && isEqual(broken[at + 1]) ? spacesOutside(run) : [run]));
}

/** One side alone, with spaces outside of the marks. */
export function sideOf(runs: readonly WordRun[], side: 'before' | 'after'): WordRun[] {
  return runs.filter(({ op }) => op !== (side === 'before' ? 'insert' : 'delete')).flatMap(spacesOutside);
}

/** What came in the place of what went, or the other way round. */
function twinOf(runs: readonly WordRun[], at: number): WordRun | undefined {
  const op = runs[at]?.op;
  if (op === 'delete') return runs[at + 1]?.op === 'insert' ? runs[at + 1] : undefined;
  return op === 'insert' && runs[at - 1]?.op === 'delete' ? runs[at - 1] : undefined;
}

function quiet(run: WordRun, twin: WordRun | undefined): WordRun[] {
  const same = twin !== undefined && !run.text.includes('\n') && foldText(run.text) === foldText(twin.text);
  if (!same || foldText(run.text) === '') return [run];
  return run.op === 'delete' ? [] : [{ op: 'equal', text: run.text }];
}

function joinEqual(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.op === 'equal' && last?.op === 'equal')
      joined[joined.length - 1] = { op: 'equal', text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Where a paragraph was split or joined, the line feed is shown and not the space in its place. */
function breaksOnly(runs: readonly WordRun[]): WordRun[] {
  const isSpace = (run: WordRun | undefined): boolean =>
    run !== undefined && run.op !== 'equal' && run.text.trim() === '';
  const breaks = (run: WordRun | undefined): boolean => run?.text.includes('\n') ?? false;
  const stands = (run: WordRun, twin: WordRun | undefined): boolean =>
    breaks(run) || !isSpace(run) || !isSpace(twin) || !breaks(twin);
  return runs.filter((run, at) => stands(run, twinOf(runs, at)));
}

/** A line feed, or a space that is all there is, stays in the mark: it is what changed. */
function spacesOutside(run: WordRun): WordRun[] {
  const { op, text } = run;
  const word = text.trim();
  if (op === 'equal' || word === '' || text.includes('\n')) return [run];
  const start = text.indexOf(word);
  const parts: WordRun[] = [
    { op: 'equal', text: text.slice(0, start) },
    { op, text: word },
    { op: 'equal', text: text.slice(start + word.length) },
  ];
  return parts.filter((part) => part.text !== '');
}
