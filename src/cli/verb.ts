import type { Command } from 'commander';
import type { CliContext } from './cli-context.ts';

/**
 * Adds one verb to the program. Heavy modules are imported inside the action, so that `--help` and the light verbs
 * start at once. `end` takes the exit status.
 */
export type AddVerb = (program: Command, context: CliContext, end: (status: number) => void) => void;
