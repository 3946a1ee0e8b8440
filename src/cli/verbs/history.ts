import { InvalidArgumentError } from 'commander';
import { SEVERITIES, type Severity, type Topic } from '../../domain/fact.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { Change } from '../../domain/version.ts';
import { asInstant } from '../as-instant.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { formatInstant, formatTable } from '../format-table.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

interface HistoryOptions extends CommonOptions {
  readonly topic?: Topic;
  readonly since?: string;
  readonly severity?: Severity;
  readonly limit: number;
}

export const addHistoryVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('history'))
    .description('recorded changes, newest first')
    .argument('[selectors...]', 'platform, platform/document or a glob of these')
    .option('--topic <topic>', 'ai-training or ai-other', oneOf(['ai-training', 'ai-other']))
    .option('--since <date>', 'from this date on (2026-11-23, or with a time)', asInstant)
    .option('--severity <severity>', `at least this: ${SEVERITIES.join(', ')}`, oneOf(SEVERITIES))
    .option('--limit <n>', 'at most so many', asCount, 50)
    .action(async (selectors: string[], options: HistoryOptions) => {
      const changes = await withArchive(options, context, async ({ config, storage }) => {
        const { selectArchived } = await import('../archived-documents.ts');
        const documents = await selectArchived(config, storage.archive, selectors);
        return storage.archive.changes({
          documentIds: documents.map(({ id }) => id),
          ...(options.topic ? { topic: options.topic } : {}),
          ...(options.since ? { since: options.since } : {}),
          ...(options.severity ? { minSeverity: options.severity } : {}),
          limit: options.limit,
        });
      });
      if (options.json) context.stdout.write(`${printableJson({ changes: changes.map(withoutRedline) })}\n`);
      else if (changes.length === 0) context.stderr.write('no recorded change matches\n');
      else {
        const { summariseFacts } = await import('../summarise-facts.ts');
        const rows = changes.map((change) => asCells(change, summariseFacts(change.classification.facts)));
        context.stdout.write(`${formatTable([HEAD, ...rows])}\n`);
      }
      end(EXIT.ok);
    });
};

const HEAD = ['SEEN', 'DOCUMENT', 'VERSIONS', 'SEVERITY', 'TOPICS', 'WHAT'];

function asCells({ classification, redline, ...change }: Change, facts: string): string[] {
  const places = redline.hunks.filter(({ cosmetic }) => cosmetic === null).length;
  return [
    formatInstant(change.detectedAt),
    change.documentId,
    `${change.before.number} → ${change.after.number}${remarkOn(change.after)}`,
    classification.severity,
    classification.topics.join(', ') || '–',
    facts || `words in ${places} ${places === 1 ? 'place' : 'places'}`,
  ];
}

function remarkOn({ revertsTo, origin, provenance }: Change['after']): string {
  const remarks = [
    revertsTo ? 'earlier text again' : '',
    origin === 'origin-change' ? 'read by clausewatch for the first time' : '',
    provenance ? 'imported' : '',
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
}

function withoutRedline({ redline, ...change }: Change): unknown {
  return { ...change, hunks: redline.counts };
}

function oneOf<T extends string>(allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new InvalidArgumentError(`Allowed: ${allowed.join(', ')}.`);
    return found;
  };
}

function asCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Not a whole number above 0.');
  return count;
}
