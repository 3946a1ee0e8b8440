import type { DemoStep } from './demo-steps.ts';
import { type DemoFinding, findDeviations } from './find-deviations.ts';
import type { ReceivedMail } from './start-demo-mail.ts';

export interface DemoResults {
  readonly steps: readonly DemoStep[];
  readonly findings: readonly DemoFinding[];
  readonly mails: readonly ReceivedMail[];
  readonly mailDir: string;
  /** As typed by the person who follows the printed commands, e.g. "snapshots". */
  readonly archiveDir: string;
  /** The folder with the demo's configuration. */
  readonly configDir: string;
}

/** The end of the demo, for a terminal: what changed, what raised nothing, where the mails lie, what to type next. */
export function summariseDemo(results: DemoResults): string {
  const sections = [
    ['What changed', ...changedLines(results)],
    ['What raised nothing', ...quietLines(results.findings)],
    ['What was not as expected', ...deviationLines(results)],
    ['The mails', ...mailLines(results)],
    ['See for yourself', ...commandLines(results)],
  ];
  return sections
    .filter((section) => section.length > 1)
    .map(([title = '', ...lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

function changedLines({ findings, steps }: DemoResults): string[] {
  const width = Math.max(0, ...findings.map(({ documentId }) => documentId.length));
  return steps.flatMap(({ title }, index) => {
    const rows = findings.filter(({ step }) => step === index).flatMap((finding) => describeChange(finding, width));
    return rows.length > 0 ? [title, ...rows] : [];
  });
}

function describeChange({ documentId, change }: DemoFinding, width: number): string[] {
  if (!change) return [];
  const { topics, severity, facts } = change.classification;
  const about = topics.length > 0 ? `${topics.join(', ')} (${severity})` : 'not about AI';
  return [`  ${documentId.padEnd(width)}  ${about}`, ...facts.map(({ effect, fact }) => `    ${effect} ${fact}`)];
}

function quietLines(findings: readonly DemoFinding[]): string[] {
  const counts = new Map<string, number>();
  for (const { outcome } of findings) {
    if (outcome !== 'changed') counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([outcome, count]) => `${String(count).padStart(3)} × ${outcome}${WHY_QUIET[outcome] ?? ''}`);
}

const WHY_QUIET: Readonly<Record<string, string>> = {
  first: ': read for the first time',
  unchanged: ': the same words, also in a new design',
  cosmetic: ': only a new date',
  suspect: ': an error page or a cookie wall in place of the policy; kept, not compared',
};

function deviationLines({ findings, steps }: DemoResults): string[] {
  return findings.flatMap((finding) => {
    const expected = steps[finding.step]?.expected[finding.documentId];
    const deviations = expected ? findDeviations(expected, finding) : [];
    return deviations.map((deviation) => `step ${finding.step}, ${finding.documentId}: ${deviation}`);
  });
}

function mailLines({ mails, mailDir }: DemoResults): string[] {
  if (mails.length === 0) return ['None arrived.'];
  return [
    `${mails.length} in ${mailDir}, each as .eml and as .html for a browser. The last:`,
    mails.at(-1)?.htmlPath ?? '',
  ];
}

function commandLines({ findings, archiveDir, configDir }: DemoResults): string[] {
  const where = `--config ${quoteForShell(configDir)} --archive ${quoteForShell(archiveDir)}`;
  const last = findings.findLast(({ change }) => (change?.classification.topics.length ?? 0) > 0);
  return [`npx clausewatch history ${where}`, ...(last ? [`npx clausewatch diff ${last.documentId} ${where}`] : [])];
}

function quoteForShell(path: string): string {
  return /^[\w./:@-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
