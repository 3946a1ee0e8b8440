import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { printableJson } from '../../domain/printable-json.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import type { Finding } from '../doctor/finding.ts';
import type { AddVerb } from '../verb.ts';

interface DoctorOptions extends CommonOptions {
  readonly sources?: boolean;
}

export const addDoctorVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('doctor'))
    .description('check config, mail server, archive and disk, and say how to mend each')
    .option('--sources', 'also try every URL of the sources (goes to the network)')
    .action(async (options: DoctorOptions) => {
      const { examine } = await import('../doctor/examine.ts');
      const findings: Finding[] = [];
      for await (const finding of examine(options, context)) {
        findings.push(finding);
        if (!options.json) showFinding(finding, context);
      }
      if (options.json) context.stdout.write(`${printableJson({ findings })}\n`);
      end(findings.some(({ state }) => state === 'bad') ? EXIT.differs : EXIT.ok);
    });
};

const SIGNS = { good: 'ok  ', note: 'note', bad: 'BAD ' } as const;

function showFinding({ state, subject, detail, mend }: Finding, context: CliContext): void {
  context.stdout.write(`${SIGNS[state]}  ${escapeLines(`${subject}: ${detail}`)}\n`);
  if (mend) context.stdout.write(`      → ${escapeLines(mend)}\n`);
}

/** Details repeat what stands in files and what servers said. */
function escapeLines(text: string): string {
  return text.split('\n').map(escapeTerminal).join('\n');
}
