/**
 * An error that a person can act on: `code` for programs (docs/reference/errors.md lists all), `message` says what
 * happened, to what, and what to do.
 */
export class ClausewatchError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClausewatchError';
    this.code = code;
  }
}
