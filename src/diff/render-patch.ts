import { createTwoFilesPatch } from 'diff';
import { tidyText } from '../domain/fold-text.ts';

const TIMEOUT_MS = 2000;

/**
 * A unified patch that GNU `patch` applies to the Markdown before to get the Markdown after; "" when they are equal.
 * Where comparing the lines takes too long the patch replaces the whole.
 */
export function renderPatch(
  before: string,
  after: string,
  names: { readonly before: string; readonly after: string },
): string {
  if (before === after) return '';
  const [from, to] = [fileName(names.before), fileName(names.after)];
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    timeout: TIMEOUT_MS,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
  return patch ?? wholePatch(from, to, before, after);
}

/** A name cannot start another header line. */
function fileName(name: string): string {
  return tidyText(name).toWellFormed() || 'text';
}

function wholePatch(from: string, to: string, before: string, after: string): string {
  const old = patchLines(before, '-');
  const now = patchLines(after, '+');
  const range = (lines: number): string => (lines === 0 ? '0,0' : `1,${lines}`);
  return `--- ${from}\n+++ ${to}\n@@ -${range(old.count)} +${range(now.count)} @@\n${old.text}${now.text}`;
}

function patchLines(text: string, sign: string): { readonly text: string; readonly count: number } {
  if (text === '') return { text: '', count: 0 };
  const complete = text.endsWith('\n');
  const lines = (complete ? text.slice(0, -1) : text).split('\n');
  const end = complete ? '' : '\\ No newline at end of file\n';
  return { text: lines.map((line) => `${sign}${line}\n`).join('') + end, count: lines.length };
}
