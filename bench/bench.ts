/**
 * What a check costs, and how much memory the daemon takes, on a web of our own on this machine. Linux only, as
 * processor time and memory of the processes are read from /proc. How it measures: docs/performance.md.
 *
 *   npm run bench [-- --full] [-- --only one,check,daemon] [-- --runs 40] [-- --built DIR]
 *
 * `--full` lets the daemon do 10,000 checks instead of 2,000. `--built` measures the compiled program in that folder
 * (of `npm pack`) where a process is started, instead of the source.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCheck } from './bench-check.ts';
import { measureDaemon } from './bench-daemon.ts';
import { printFigures } from './bench-figures.ts';
import { measureOne } from './bench-one.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: 'one,check,daemon' },
    runs: { type: 'string', default: '40' },
    built: { type: 'string' },
  },
});

const wanted = new Set(values.only.split(','));
const started = performance.now();
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}; median (least–most)`);
if (wanted.has('one')) printFigures('One document of 600 KB, warm', await measureOne(Number(values.runs)));
if (wanted.has('check'))
  printFigures('`check` of 20 unchanged documents of 600 KB on 20 hosts', await measureCheck(values.built));
if (wanted.has('daemon')) {
  const checks = values.full ? 10_000 : 2_000;
  printFigures('`watch` with 1,000 documents on 200 hosts', await measureDaemon(checks, values.built));
}
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
