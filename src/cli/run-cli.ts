import { CommanderError } from 'commander';
import { PACKAGE_VERSION } from '../config/package-version.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import { buildProgram } from './build-program.ts';
import { type CliContext, EXIT } from './cli-context.ts';

/** Runs one command line and gives its exit status; never throws for what a person typed or a page did. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  let status: number = EXIT.ok;
  const program = buildProgram(context, PACKAGE_VERSION, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, context);
  }
}

function explain(error: unknown, context: CliContext): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof ClausewatchError) {
    context.stderr.write(`clausewatch: ${escapeLines(error.message)}\n`);
    return EXIT.usage;
  }
  // A bug of ours: the whole trace helps whoever mends it.
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const shown = escapeLines(trace);
  context.stderr.write(`clausewatch: unexpected error, please report it\n${shown}\n`);
  return EXIT.usage;
}

function escapeLines(text: string): string {
  return text.split(/\r?\n/).map(escapeTerminal).join('\n');
}
