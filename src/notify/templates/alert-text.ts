import type { Subscription } from '../../domain/alert.ts';
import { wrapText } from '../../domain/wrap-text.ts';
import type { AlertView } from '../alert-view.ts';
import type { ControlView } from '../control-view.ts';
import type { Clause } from '../group-clauses.ts';
import { SEVERITY_WORDS } from './alert-words.ts';
import { QUOTED, SAMPLE_NOTE, subscriptionLines } from './footer-words.ts';

/** The plain text part of an alert, at most 76 columns wide but for addresses. */
export function alertText(view: AlertView, subscription: Subscription | null): string {
  const lines = [
    ...(view.sample ? [...wrapText(`THIS IS A SAMPLE. ${SAMPLE_NOTE}`, { first: '*** ', rest: '*** ' }), ''] : []),
    ...wrapText(`${view.headline}.`),
    '',
    ...wrapText(`${SEVERITY_WORDS[view.severity]}: ${view.meaning}`),
    ...view.details.flatMap((pair) => labelled(pair)),
    ...(view.clauses.length === 0
      ? []
      : [...title('What changed'), ...spaced(view.clauses.map((one) => clauseLines(one, view)))]),
    ...leftOut(view),
    ...wayLines(view),
    ...title('Every word that changed'),
    ...view.redlineLines.flatMap(wrapIndented),
    ...(view.redlineCut ? ['', 'CUT HERE: the change is too long for a mail. The stored redline shows all.'] : []),
    '',
    'The stored redline, at any time:',
    `  ${view.command}`,
    ...view.links.flatMap((link) => ['The document itself:', `  ${link}`]),
    ...footerLines([QUOTED, ...subscriptionLines(subscription)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The last lines of every mail, after the usual separator. */
export function footerLines(lines: readonly string[]): string[] {
  return ['', '-- ', ...lines.flatMap((line) => wrapText(line))];
}

/** A section's heading, underlined. */
export function title(words: string): string[] {
  return ['', words.toUpperCase(), '-'.repeat(words.length), ''];
}

function labelled([label, value]: readonly [string, string]): string[] {
  return wrapText(`${label}: ${value}`, { rest: '  ', first: '' });
}

function clauseLines(clause: Clause, view: AlertView): string[] {
  return [
    ...clause.says.flatMap((says) => wrapText(`${view.platform} ${says}`, { first: '* ', rest: '  ' })),
    ...(clause.path === '' ? [] : wrapText(`Under: ${clause.path}`, { first: '  ', rest: '    ' })),
    ...quoted('Before:', clause.before),
    ...quoted('Now:', clause.after),
  ];
}

function quoted(label: string, quotes: readonly string[]): string[] {
  if (quotes.length === 0) return [];
  return [`  ${label}`, ...spaced(quotes.map((quote) => wrapText(quote, { first: '  > ' })))];
}

function leftOut({ clausesLeftOut }: AlertView): string[] {
  if (clausesLeftOut === 0) return [];
  return ['', ...wrapText(`${clausesLeftOut} more changed clauses are left out here; the stored redline shows all.`)];
}

function wayLines(view: AlertView): string[] {
  const ways = [...view.controls.map(controlLines), ...view.withoutControl.map((note) => wrapText(note))];
  if (ways.length === 0) return [];
  return [...title('What you can do'), ...spaced([...view.controlWarnings.map((note) => wrapText(note)), ...ways])];
}

function controlLines(way: ControlView): string[] {
  return [
    ...wrapText(`${way.platform}: ${way.name}`),
    ...way.steps.flatMap((step, index) => wrapText(step, { first: `  ${index + 1}. `, rest: '     ' })),
    ...way.notes.flatMap(([label, value]) => wrapText(`${label}: ${value}`, { first: '  ', rest: '    ' })),
    ...wrapText(`Last known to be true ${way.lastKnownTrue}, read at ${way.readAt}`, { first: '  ', rest: '    ' }),
  ];
}

function wrapIndented(line: string): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrapText(line.slice(indent.length), { first: indent });
}

function spaced(groups: readonly (readonly string[])[]): string[] {
  return groups.flatMap((group, index) => (index === 0 ? group : ['', ...group]));
}
