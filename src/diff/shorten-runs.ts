import type { WordRun } from '../domain/redline.ts';

const ELLIPSIS = '…';
const DEFAULT_CONTEXT = 160;

/**
 * Runs as a person wants to see them: long unchanged stretches are cut in the middle, at spaces, and marked by an
 * ellipsis. Changed words are never cut.
 */
export function shortenRuns(runs: readonly WordRun[], context = DEFAULT_CONTEXT): WordRun[] {
  return runs.map((run, at) => {
    if (run.op !== 'equal') return run;
    const head = at === 0 && runs.length > 1 ? 0 : context;
    const tail = at === runs.length - 1 ? 0 : context;
    if (run.text.length <= head + tail + context / 2) return run;
    const start = head === 0 ? '' : cutAfter(run.text, head);
    const end = tail === 0 ? '' : cutBefore(run.text, tail);
    return { op: 'equal', text: `${start}${start === '' ? '' : ' '}${ELLIPSIS}${end === '' ? '' : ' '}${end}` };
  });
}

function cutAfter(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, space > length / 2 ? space : length).toWellFormed();
}

function cutBefore(text: string, length: number): string {
  const from = text.length - length;
  const space = text.indexOf(' ', from);
  return text.slice(space >= 0 && space < from + length / 2 ? space + 1 : from).toWellFormed();
}
