// Restores a backup, as `clausewatch restore` does; killed in the middle by a test.
import { restoreArchive } from '../../src/storage/sqlite/restore-archive.ts';

const [file = '', dir = ''] = process.argv.slice(2);
process.stdout.write('started\n');
await restoreArchive({ file, dir });
process.stdout.write('restored\n');
