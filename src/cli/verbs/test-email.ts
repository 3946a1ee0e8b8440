import type { Subscription } from '../../domain/alert.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { printableJson } from '../../domain/printable-json.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import type { AddVerb } from '../verb.ts';
import { withApp } from '../with-app.ts';

export const addTestEmailVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('test-email'))
    .description('send one real sample alert and report what the server answered')
    .argument('[address]', 'who gets it; the first subscriber when left out')
    .action(async (address: string | undefined, options: CommonOptions) => {
      const { composeSample } = await import('../../notify/compose-sample.ts');
      const { parseMailbox } = await import('../../config/mailbox.ts');
      const { escapeTerminal } = await import('../../domain/escape-terminal.ts');
      const given = address === undefined ? undefined : parseMailbox(address);
      if (given === null) throw new ClausewatchError('usage', `test-email: “${address}” is not one e-mail address`);
      const status = await withApp(options, context, async ({ config, mailer }) => {
        // There is always one: without a subscription the default is filled in.
        const to = given ?? (config.settings.subscriptions[0] as Subscription).to;
        const outcome = await mailer.send(composeSample({ to, now: context.clock().toISOString() }));
        if (options.json)
          context.stdout.write(`${printableJson({ to: to.address, target: mailer.target, ...outcome })}\n`);
        else if (outcome.kind === 'sent') {
          context.stdout.write(`sent to ${to.address} by ${mailer.target}: ${escapeTerminal(outcome.answer)}\n`);
        } else {
          context.stdout.write(
            `not sent to ${to.address} by ${mailer.target}: ${outcome.code}: ${escapeTerminal(outcome.error)}\n`,
          );
        }
        return outcome.kind === 'sent' ? EXIT.ok : EXIT.differs;
      });
      end(status);
    });
};
