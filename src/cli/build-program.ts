import { Command } from 'commander';
import type { CliContext } from './cli-context.ts';
import { VERBS } from './verbs.ts';

/** The whole command line. `end` takes the exit status of the verb that ran. */
export function buildProgram(context: CliContext, version: string, end: (status: number) => void): Command {
  const program = new Command('clausewatch')
    .description("Watches what platforms say they do with people's data and AI.")
    .version(version)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .showSuggestionAfterError()
    .exitOverride();
  for (const addVerb of VERBS) addVerb(program, context, end);
  for (const command of program.commands) command.exitOverride().configureOutput(program.configureOutput());
  return program;
}
