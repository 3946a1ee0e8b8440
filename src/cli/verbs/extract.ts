import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { printableJson } from '../../domain/printable-json.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { answerLines, stringFields } from '../read-batch.ts';
import type { AddVerb } from '../verb.ts';
import { withExtractor } from '../with-extractor.ts';

interface ExtractOptions {
  readonly batch?: boolean;
  readonly json?: boolean;
  readonly explain?: boolean;
}

export const addExtractVerb: AddVerb = (program, context, end) => {
  program
    .command('extract')
    .description('what the monitor would read from a page, as Markdown')
    .argument('[files...]', 'HTML, Markdown or text files')
    .option('--json', 'title, language, verdict, hash and Markdown as JSON, one line a file')
    .option('--explain', 'where the text was found, what was left out and why, instead of the text')
    .option('--batch', 'pages as JSON lines on standard input, answers on standard output')
    .action(async (files: string[], options: ExtractOptions) => {
      end(await (options.batch ? extractBatch(context) : extractFiles(files, options, context)));
    });
};

async function extractFiles(files: readonly string[], options: ExtractOptions, context: CliContext): Promise<number> {
  if (files.length === 0) throw new ClausewatchError('usage', 'extract takes files: clausewatch extract FILE…');
  const { readLocalFile } = await import('../read-local-file.ts');
  const { describeReading } = await import('../describe-reading.ts');
  return withExtractor(async (extractor) => {
    for (const file of files) {
      const { blocks, ...page } = await readLocalFile({ file, explain: options.explain === true }, extractor);
      if (page.verdict === 'suspect') {
        context.stderr.write(`${escapeTerminal(file)}: suspect (${page.reason}): this does not look like a policy\n`);
      }
      if (options.json) context.stdout.write(`${printableJson({ file, ...page })}\n`);
      else if (options.explain) context.stdout.write(`${describeReading(file, { ...page, blocks })}\n`);
      else context.stdout.write(`${page.markdown}\n`);
    }
    return EXIT.ok;
  });
}

async function extractBatch(context: CliContext): Promise<number> {
  const { readLocalFile } = await import('../read-local-file.ts');
  return withExtractor(async (extractor) => {
    await answerLines(context, async (line) => {
      const { id, file, url, contentType } = stringFields(line, ['id', 'file'], ['url', 'contentType']);
      const started = performance.now();
      const page = await readLocalFile({ file, url, contentType }, extractor);
      const { title, language, verdict, reason, markdown, hash } = page;
      const ms = Math.round((performance.now() - started) * 10) / 10;
      return { id, title, language, verdict, ...(reason ? { reason } : {}), markdown, hash, ms };
    });
    return EXIT.ok;
  });
}
