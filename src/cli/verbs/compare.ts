import type { ComparedVersions } from '../../classify/classify-change.ts';
import type { ReadText } from '../../domain/block.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { FactChange } from '../../domain/fact.ts';
import { printableJson } from '../../domain/printable-json.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { answerLines, stringFields } from '../read-batch.ts';
import { formatRedline, type RedlineOptions, withRedlineOptions } from '../redline-format.ts';
import type { AddVerb } from '../verb.ts';
import { withExtractor } from '../with-extractor.ts';

interface CompareOptions extends RedlineOptions {
  readonly batch?: boolean;
  readonly explain?: boolean;
}

export const addCompareVerb: AddVerb = (program, context, end) => {
  withRedlineOptions(program.command('compare'))
    .description('the redline and its meaning between two local files (HTML, Markdown, text)')
    .argument('[before]')
    .argument('[after]')
    .option('--json', 'the same as --format json')
    .option('--explain', 'which rule and which words made it mean that, and why near misses did not count')
    .option('--batch', 'pairs as JSON lines on standard input, answers on standard output')
    .action(async (before: string | undefined, after: string | undefined, options: CompareOptions) => {
      end(await (options.batch ? compareBatch(context) : compareFiles([before, after], options, context)));
    });
};

async function compareFiles(
  [before, after]: readonly [string | undefined, string | undefined],
  options: CompareOptions,
  context: CliContext,
): Promise<number> {
  if (before === undefined || after === undefined) {
    throw new ClausewatchError('usage', 'compare takes two files: clausewatch compare BEFORE AFTER');
  }
  const { readLocalFile } = await import('../read-local-file.ts');
  const compared = await withExtractor((extractor) =>
    comparePair({ before, after }, (file) => readLocalFile({ file }, extractor)),
  );
  const shown = { ...compared, title: `${before} → ${after}`, names: { before, after } };
  if (options.explain) await writeExplanation(compared, options, context);
  else context.stdout.write(await formatRedline(shown, options, context));
  return compared.redline.changed ? EXIT.differs : EXIT.ok;
}

async function writeExplanation(
  compared: ComparedVersions,
  { format, json }: CompareOptions,
  context: CliContext,
): Promise<void> {
  const [{ explainChange }, { describeExplanation }] = await Promise.all([
    import('../../classify/explain-change.ts'),
    import('../describe-explanation.ts'),
  ]);
  const explanation = explainChange(compared);
  const text = json || format === 'json' ? printableJson({ explanation }) : describeExplanation(explanation);
  context.stdout.write(`${text}\n`);
}

async function compareBatch(context: CliContext): Promise<number> {
  const { LocalTexts } = await import('../local-texts.ts');
  return withExtractor(async (extractor) => {
    const texts = new LocalTexts(extractor);
    await answerLines(context, async (line) => {
      const { id, url, ...pair } = stringFields(line, ['id', 'before', 'after'], ['url']);
      const started = performance.now();
      const { redline, classification } = await comparePair(pair, (file) => texts.read({ file, url }));
      const { topics, severity, cosmetic } = classification;
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const facts = classification.facts.map(quoteFact);
      return { id, changed: redline.changed, cosmetic, hunks: redline.counts, topics, severity, facts, ms };
    });
    return EXIT.ok;
  });
}

function quoteFact({ fact, effect, before, after }: FactChange) {
  const stated = effect === 'removed' ? before : after;
  return { fact, effect, quote: stated?.quote ?? '', context: stated?.context ?? [] };
}

interface Pair {
  readonly before: string;
  readonly after: string;
}

async function comparePair<T extends ReadText>({ before, after }: Pair, read: (file: string) => Promise<T>) {
  const [{ diffDocuments }, { classifyChange }] = await Promise.all([
    import('../../diff/diff-documents.ts'),
    import('../../classify/classify-change.ts'),
  ]);
  const [old, young] = await Promise.all([read(before), read(after)]);
  for (const [file, { reason }] of [
    [before, old],
    [after, young],
  ] as const) {
    if (reason === 'too-complex' || reason === 'unreadable' || reason === 'no-text') {
      throw new ClausewatchError('file_unreadable', `${file}: cannot be read as text (${reason})`);
    }
  }
  const redline = diffDocuments(old, young);
  return { before: old, after: young, redline, classification: classifyChange({ before: old, after: young, redline }) };
}
