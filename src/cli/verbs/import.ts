import { printableJson } from '../../domain/printable-json.ts';
import { asInstant } from '../as-instant.ts';
import type { CliContext } from '../cli-context.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { startProgress } from '../progress.ts';
import type { AddVerb } from '../verb.ts';
import { withApp } from '../with-app.ts';

interface ImportVerbOptions extends CommonOptions {
  readonly service?: readonly string[];
  readonly terms?: readonly string[];
  readonly since?: string;
  readonly newPlatforms?: boolean;
}

const HELP = 'a folder, a bundle, or an https or ssh address of git';

export const addImportVerb: AddVerb = (program, context, end) => {
  const verb = program.command('import').description('bring in what others recorded; nobody is told of it');
  withCommonOptions(verb.command('ota'))
    .description('the history of a versions repository of Open Terms Archive; again, it adds what is new')
    .argument('<repository>', HELP)
    .option('--service <name...>', 'only these services, as their folders are called there')
    .option('--terms <type...>', 'only these terms, as their files are called there')
    .option('--since <date>', 'only versions from this date on', asInstant)
    .option('--new-platforms', 'keep terms that belong to no watched document as documents of their own')
    .action(async (repository: string, options: ImportVerbOptions) => {
      const [{ importOta, isComplete }, { describeImport }, { loadHistories }] = await Promise.all([
        import('../history/import-ota.ts'),
        import('../history/describe-import.ts'),
        import('../../config/load-histories.ts'),
      ]);
      const mapping = await loadHistories(options.config);
      const summary = await withApp(options, context, (app) => {
        let progress = startProgress('importing versions', 0, context);
        const listener = {
          onClone: () => context.stderr.write('cloning; a long history takes minutes\n'),
          onPlan: (total: number) => {
            progress = startProgress('importing versions', total, context);
          },
          onStep: () => progress.step(),
        };
        const { service: services = [], terms = [], since = null } = options;
        const what = { repository, services, terms, since };
        const how = { mapping, newPlatforms: options.newPlatforms === true, env: context.env, signal: context.signal };
        return importOta(app, { ...what, ...how }, listener).finally(() => progress.end());
      });
      if (options.json) context.stdout.write(`${printableJson(summary)}\n`);
      else tell(context, describeImport(summary));
      end(isComplete(summary) ? EXIT.ok : EXIT.incomplete);
    });
};

function tell(context: CliContext, { table, remarks }: { readonly table: string; readonly remarks: string[] }): void {
  context.stdout.write(`${table}\n`);
  for (const remark of remarks) context.stderr.write(`${remark}\n`);
}
