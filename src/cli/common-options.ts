import type { Command } from 'commander';

export interface CommonOptions {
  readonly config: string;
  readonly archive: string;
  readonly json?: boolean;
}

/** It need not exist: the shipped sources and the default settings are used then. One that a person names must. */
export const DEFAULT_CONFIG_DIR = 'config';

/** Options that every verb with an archive has; given per verb, as that is where people type them. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--config <dir>', 'folder with settings and sources', DEFAULT_CONFIG_DIR)
    .option('--archive <dir>', 'folder with versions, captures and the outbox', 'snapshots')
    .option('--json', 'print results as JSON');
}
