import type { App } from '../../app.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { describeDelivery } from '../describe-delivery.ts';
import { describeReport } from '../describe-report.ts';
import type { AddVerb } from '../verb.ts';
import { withApp } from '../with-app.ts';

interface AcceptOptions extends CommonOptions {
  readonly notify: boolean;
}

export const addAcceptVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('accept'))
    .description('take the newest suspect capture of a document for its policy, and alert as for any change')
    .argument('<selector>', 'one document: platform/document')
    .option('--no-notify', 'queue alerts, but deliver none')
    .action(async (selector: string, options: AcceptOptions) => {
      end(await withApp(options, context, (app) => runAccept(app, selector, { options, context })));
    });
};

async function runAccept(
  app: App,
  selector: string,
  { options, context }: { readonly options: AcceptOptions; readonly context: CliContext },
): Promise<number> {
  const document = await oneDocument(app, selector);
  const report = await app.accept(document);
  if (report === null) {
    throw new ClausewatchError('document_busy', `${document.id}: another clausewatch is checking it; try again`);
  }
  const delivery = options.notify ? await app.deliver() : null;
  if (options.json) {
    const { check, change } = report;
    context.stdout.write(`${printableJson({ ...check, classification: change?.classification ?? null, delivery })}\n`);
  } else {
    context.stdout.write(`${describeReport(report, { idWidth: document.id.length, colour: context.colour })}\n`);
    const told = delivery ? describeDelivery(delivery, app.mailer.target) : '';
    if (told !== '') context.stderr.write(`${told}\n`);
  }
  return (delivery?.rows ?? []).some(({ outcome }) => outcome !== 'delivered') ? EXIT.incomplete : EXIT.ok;
}

async function oneDocument(app: App, selector: string): Promise<WatchedDocument> {
  const { selectDocuments } = await import('../../config/select-documents.ts');
  const [document, ...others] = selectDocuments(app.config, [selector]);
  if (document && others.length === 0) return document;
  const ids = [document, ...others].map((found) => found?.id).join(', ');
  throw new ClausewatchError('selector_ambiguous', `accept takes one document; “${selector}” means ${ids}`);
}
