import { printableJson } from '../../domain/printable-json.ts';
import { EXIT } from '../cli-context.ts';
import type { AddVerb } from '../verb.ts';

interface BackupVerbOptions {
  readonly archive: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export const addBackupVerb: AddVerb = (program, context, end) => {
  program
    .command('backup')
    .description('the whole archive into one file, also while the daemon runs')
    .argument('<file>', 'where to; a tar file compressed with zstd: archive.tar.zst')
    .option('--archive <dir>', 'folder with versions, captures and the outbox', 'snapshots')
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print results as JSON')
    .action(async (file: string, options: BackupVerbOptions) => {
      const { backupArchive } = await import('../../storage/sqlite/backup-archive.ts');
      const made = await backupArchive({ dir: options.archive, file, force: options.force === true });
      if (options.json) context.stdout.write(`${printableJson({ file, ...made })}\n`);
      else {
        const size = (made.bytes / 1024 ** 2).toFixed(1);
        context.stdout.write(`${file}: ${made.versions} versions, ${made.files} files, ${size} MB\n`);
        context.stderr.write('It holds addresses of subscribers: keep it closed to others.\n');
      }
      end(EXIT.ok);
    });
};
