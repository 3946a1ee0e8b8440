import type { App } from '../../app.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { CheckOverview, CheckReport } from '../../pipeline.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { describeDelivery } from '../describe-delivery.ts';
import { describeReport } from '../describe-report.ts';
import type { AddVerb } from '../verb.ts';
import { withApp } from '../with-app.ts';

interface CheckOptions extends CommonOptions {
  readonly notify: boolean;
  readonly exitCode?: boolean;
}

export const addCheckVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('check'))
    .description('fetch now, tell what changed, deliver alerts')
    .argument('[selectors...]', 'platform, platform/document or a glob of these; all when none is given')
    .option('--exit-code', 'exit with 1 when something changed')
    .option('--no-notify', 'queue alerts, but deliver none')
    .action(async (selectors: string[], options: CheckOptions) => {
      end(await withApp(options, context, (app) => runCheck(app, { selectors, options, context })));
    });
};

interface CheckCall {
  readonly selectors: readonly string[];
  readonly options: CheckOptions;
  readonly context: CliContext;
}

async function runCheck(app: App, { selectors, options, context }: CheckCall): Promise<number> {
  const { selectDocuments } = await import('../../config/select-documents.ts');
  const documents = selectDocuments(app.config, selectors);
  const overview = await checkWithProgress(app, documents, { options, context });
  const delivery = options.notify ? await app.deliver() : null;
  const counts = countOutcomes(overview);
  const stopped = context.signal.aborted;
  if (options.json) {
    const rows = overview.reports.map(({ check, change }) => ({
      ...check,
      classification: change?.classification ?? null,
    }));
    context.stdout.write(`${printableJson({ documents: rows, busy: overview.busy, delivery })}\n`);
  } else {
    for (const id of overview.busy) context.stdout.write(`${id}  busy: another clausewatch is checking it\n`);
    if (stopped) context.stderr.write('stopped; what was not looked at is left to the next check\n');
    context.stderr.write(
      `${summarise(counts)}${delivery ? `\n${describeDelivery(delivery, app.mailer.target)}` : ''}\n`,
    );
  }
  const incomplete =
    stopped ||
    counts.failed + counts.suspect + overview.busy.length > 0 ||
    (delivery?.rows ?? []).some(({ outcome }) => outcome !== 'delivered');
  if (incomplete) return EXIT.incomplete;
  return options.exitCode && counts.changed > 0 ? EXIT.differs : EXIT.ok;
}

async function checkWithProgress(
  app: App,
  documents: readonly WatchedDocument[],
  { options, context }: Pick<CheckCall, 'options' | 'context'>,
): Promise<CheckOverview> {
  const idWidth = Math.max(0, ...documents.map(({ id }) => id.length));
  let done = 0;
  const showProgress = (): void => {
    if (context.progress) context.stderr.write(`\r\u001b[2Kchecking ${done} of ${documents.length} …`);
  };
  const clearProgress = (): void => {
    if (context.progress) context.stderr.write('\r\u001b[2K');
  };
  showProgress();
  const overview = await app.check(documents, {
    onReport: (report: CheckReport) => {
      done++;
      clearProgress();
      if (!options.json) context.stdout.write(`${describeReport(report, { idWidth, colour: context.colour })}\n`);
      showProgress();
    },
    onWait: ({ length }, ms) => {
      if (ms === 0) return;
      clearProgress();
      const which = length === 1 ? 'one document shows' : `${length} documents show`;
      context.stderr.write(`${which} other words; a second look in ${ms / 1000} s makes sure …\n`);
    },
  });
  clearProgress();
  return overview;
}

interface OutcomeCounts {
  readonly all: number;
  readonly changed: number;
  readonly failed: number;
  readonly suspect: number;
  readonly unconfirmed: number;
  readonly first: number;
}

function countOutcomes({ reports }: CheckOverview): OutcomeCounts {
  const count = (outcome: string): number => reports.filter(({ check }) => check.outcome === outcome).length;
  return {
    all: reports.length,
    changed: count('changed'),
    failed: count('failed'),
    suspect: count('suspect'),
    unconfirmed: count('unconfirmed'),
    first: count('first'),
  };
}

function summarise(counts: OutcomeCounts): string {
  const parts = [
    counts.first > 0 ? `${counts.first} seen for the first time` : '',
    `${counts.changed} changed`,
    counts.unconfirmed > 0 ? `${counts.unconfirmed} unconfirmed (to be seen a second time)` : '',
    counts.suspect > 0 ? `${counts.suspect} suspect (kept, not compared)` : '',
    counts.failed > 0 ? `${counts.failed} failed` : '',
  ];
  return `${counts.all} ${counts.all === 1 ? 'document' : 'documents'}: ${parts.filter((part) => part !== '').join(', ')}`;
}
