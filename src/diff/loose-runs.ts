import type { WordRun } from '../domain/redline.ts';

// All of this is for the eye only: in the redline itself every space belongs to one side.

/** Both sides in one text: spaces around a lone change stand outside of its mark, and a break replaces a space. */
export function looseRuns(runs: readonly WordRun[]): WordRun[] {
  const shown = breaksOnly(runs);
  const isEqual = (run: WordRun | undefined): boolean => (run?.op ?? 'equal') === 'equal';
  return shown.flatMap((run, at) => (isEqual(shown[at - 1]) && isEqual(shown[at + 1]) ? spacesOutside(run) : [run]));
}

/** One side alone, with spaces outside of the marks. */
export function sideOf(runs: readonly WordRun[], side: 'before' | 'after'): WordRun[] {
  return runs.filter(({ op }) => op !== (side === 'before' ? 'insert' : 'delete')).flatMap(spacesOutside);
}

/** Where a paragraph was split or joined, the line feed is shown and not the space in its place. */
function breaksOnly(runs: readonly WordRun[]): WordRun[] {
  const isSpace = (run: WordRun | undefined): boolean =>
    run !== undefined && run.op !== 'equal' && run.text.trim() === '';
  const breaks = (run: WordRun | undefined): boolean => run?.text.includes('\n') ?? false;
  const stands = (run: WordRun, twin: WordRun | undefined): boolean =>
    breaks(run) || !isSpace(run) || !isSpace(twin) || !breaks(twin);
  return runs.filter((run, at) => stands(run, runs[run.op === 'delete' ? at + 1 : at - 1]));
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
