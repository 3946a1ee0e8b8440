import { printableJson } from '../../domain/printable-json.ts';
import { EXIT } from '../cli-context.ts';
import type { AddVerb } from '../verb.ts';

export const addInitVerb: AddVerb = (program, context, end) => {
  program
    .command('init')
    .description('write a commented settings file, own sources and .env.example; never overwrites')
    .option('--config <dir>', 'folder for settings and sources', 'config')
    .option('--json', 'print results as JSON')
    .action(async (options: { readonly config: string; readonly json?: boolean }) => {
      const { writeInitFiles } = await import('../../config/write-init-files.ts');
      const files = await writeInitFiles(options.config, { projectDir: '.' });
      if (options.json) context.stdout.write(`${printableJson({ files })}\n`);
      for (const { path, outcome } of options.json ? [] : files) {
        context.stdout.write(`${outcome.padEnd(7)}  ${path}\n`);
      }
      if (!options.json) {
        context.stderr.write(
          `Next: name yourself under "subscriptions" in ${options.config}/settings.jsonc, then run “clausewatch check”.\n`,
        );
      }
      end(EXIT.ok);
    });
};
