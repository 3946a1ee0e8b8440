import { ClausewatchError } from '../domain/clausewatch-error.ts';

/** One mistake in one file (or in the environment). */
export interface Violation {
  /** Path of the file as it was opened, or `environment`. */
  readonly file: string;
  /** Where in it: `platforms[3].documents[0].urls[0]`, a variable's name, or "" for the file as a whole. */
  readonly path: string;
  /** What is wrong and what is expected; never a secret's value. */
  readonly message: string;
}

/** The configuration cannot be used: lists every mistake found, not only the first. */
export class ConfigError extends ClausewatchError {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const count = violations.length === 1 ? 'a mistake' : `${violations.length} mistakes`;
    super('config_invalid', [`The configuration has ${count}:`, ...violations.map(formatViolation)].join('\n'));
    this.name = 'ConfigError';
    this.violations = violations;
  }
}

function formatViolation({ file, path, message }: Violation): string {
  return path === '' ? `  ${file}: ${message}` : `  ${file}: ${path}: ${message}`;
}
