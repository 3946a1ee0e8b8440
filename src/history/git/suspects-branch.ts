import type { Repository } from './open-repository.ts';
import { askGit } from './run-git.ts';

/** Where an export of ours keeps what is not the policy, so that the main branch shows none of it. */
export const SUSPECTS_BRANCH = 'suspects';

/** That branch, where the repository has one. */
export async function findSuspectsBranch({ gitDir, env }: Repository): Promise<readonly string[]> {
  const branch = `refs/heads/${SUSPECTS_BRANCH}`;
  const { status } = await askGit({ args: ['--git-dir', gitDir, 'rev-parse', '--verify', '--quiet', branch], env });
  return status === 0 ? [branch] : [];
}
