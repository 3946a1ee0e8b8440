import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BUNDLES = { pga: 'pga-versions', contrib: 'contrib-versions' };

/** Are the histories there? */
export function hasHistories(data: string): boolean {
  return Object.values(BUNDLES).every((name) => existsSync(join(data, 'policy-histories', `${name}.bundle`)));
}

/** Bare clones DIR/pga.git and DIR/contrib.git of the bundles, where they are not there yet. */
export function unpackHistories(data: string, folder: string): void {
  for (const [clone, name] of Object.entries(BUNDLES)) {
    const path = join(folder, `${clone}.git`);
    const bundle = join(data, 'policy-histories', `${name}.bundle`);
    if (!existsSync(path)) execFileSync('git', ['clone', '--quiet', '--bare', bundle, path]);
  }
}
