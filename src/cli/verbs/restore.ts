import { printableJson } from '../../domain/printable-json.ts';
import { EXIT } from '../cli-context.ts';
import type { AddVerb } from '../verb.ts';

interface RestoreVerbOptions {
  readonly archive: string;
  readonly json?: boolean;
}

export const addRestoreVerb: AddVerb = (program, context, end) => {
  program
    .command('restore')
    .description('make an archive of a backup, in a folder that is empty or not there')
    .argument('<file>', 'a file that “backup” made')
    .option('--archive <dir>', 'folder for versions, captures and the outbox', 'snapshots')
    .option('--json', 'print results as JSON')
    .action(async (file: string, options: RestoreVerbOptions) => {
      const { restoreArchive } = await import('../../storage/sqlite/restore-archive.ts');
      const restored = await restoreArchive({ file, dir: options.archive });
      if (options.json) context.stdout.write(`${printableJson({ archive: options.archive, ...restored })}\n`);
      else {
        const { versions, files } = restored;
        context.stdout.write(`${options.archive}: ${versions} versions, ${files} files, all as they were\n`);
        context.stderr.write(
          'Messages that waited when the backup was made are sent by the next check or the daemon.\n',
        );
      }
      end(EXIT.ok);
    });
};
