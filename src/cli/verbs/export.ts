import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { printableJson } from '../../domain/printable-json.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { type Progress, startProgress } from '../progress.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';
import { withExtractor } from '../with-extractor.ts';

interface ExportOptions extends CommonOptions {
  readonly only?: readonly string[];
}

const ONLY = 'only these: platform, platform/document or a glob of these';
const DIR = 'a folder that is empty or not there';

export const addExportVerb: AddVerb = (program, context, end) => {
  const verb = program.command('export').description('take out what is stored, in forms that others use');
  withCommonOptions(verb.command('git'))
    .description('a git repository as Open Terms Archive makes them: one commit for each version')
    .argument('<dir>', DIR)
    .option('--only <selector...>', ONLY)
    .action(async (dir: string, options: ExportOptions) => {
      const { exportGit } = await import('../history/export-archive.ts');
      const made = await withExport(options, context, (exporting) => exportGit(dir, exporting));
      tell(options, context, { dir, ...made }, `${made.commits} versions, ${made.suspects} suspects on a branch`);
      end(EXIT.ok);
    });
  withCommonOptions(verb.command('markdown'))
    .description('one Markdown file for each version')
    .argument('<dir>', DIR)
    .option('--only <selector...>', ONLY)
    .action(async (dir: string, options: ExportOptions) => {
      const { exportMarkdown } = await import('../history/export-archive.ts');
      const made = await withExport(options, context, (exporting) => exportMarkdown(dir, exporting));
      tell(options, context, { dir, ...made }, `${made.files} versions`);
      end(EXIT.ok);
    });
  withCommonOptions(verb.command('json'))
    .description('one line of JSON for each version and change on stdout, see docs/reference/export.schema.json')
    .option('--only <selector...>', ONLY)
    .action(async (options: ExportOptions) => {
      const { exportedRecords } = await import('../history/export-archive.ts');
      await withExport(options, context, async (exporting) => {
        for await (const record of exportedRecords(exporting))
          await write(context.stdout, `${printableJson(record)}\n`);
      });
      end(EXIT.ok);
    });
};

type Exporting = import('../history/export-archive.ts').Exporting;

function withExport<T>(
  options: ExportOptions,
  context: CliContext,
  action: (exporting: Exporting) => Promise<T>,
): Promise<T> {
  return withArchive(options, context, ({ config, storage }) =>
    withExtractor(async (extractor) => {
      let progress: Progress = startProgress('exporting versions', 0, context);
      const onPlan = (total: number): void => {
        progress = startProgress('exporting versions', total, context);
      };
      const onStep = (): void => progress.step();
      const { loadHistories } = await import('../../config/load-histories.ts');
      const mapping = await loadHistories(options.config);
      const { archive } = storage;
      const { env } = context;
      try {
        return await action({ config, archive, extractor, mapping, env, only: options.only ?? [], onPlan, onStep });
      } finally {
        progress.end();
      }
    }),
  );
}

function tell(options: ExportOptions, context: CliContext, made: { readonly dir: string }, what: string): void {
  context.stdout.write(options.json ? `${printableJson(made)}\n` : `${made.dir}: ${what}\n`);
}

/** Waits where the reader is slower. */
async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
