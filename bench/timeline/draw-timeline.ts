import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const SHIM = resolve('bin/clausewatch.js');
const SERVICES = ['Facebook', 'LinkedIn', 'Snapchat', 'Twitter', 'X'];
const TERMS = ['Privacy Policy', 'Terms of Service'];
const DOCUMENTS = ['facebook', 'linkedin', 'snapchat', 'x'].flatMap((id) => [`${id}/privacy-policy`, `${id}/terms`]);

const each = (option: string, values: readonly string[]): string[] => values.flatMap((value) => [option, value]);

/** The picture of docs/timeline.svg: what it shows is imported into an archive in a folder, as anybody would do it. */
export function drawTimeline(data: string, folder: string): string {
  const run = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [SHIM, ...args, '--archive', join(folder, 'archive')], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const bundle = join(data, 'policy-histories', 'pga-versions.bundle');
  run('import', 'ota', bundle, ...each('--service', SERVICES), ...each('--terms', TERMS));
  return run('timeline', ...DOCUMENTS, '--format', 'svg');
}
