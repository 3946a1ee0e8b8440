import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { DocumentStatus } from '../../snapshots/archive.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { formatInstant, formatTable } from '../format-table.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

export const addStatusVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('status'))
    .description('per document: last check, last change, failures, next run; and the outbox')
    .argument('[selectors...]', 'platform, platform/document or a glob of these')
    .action(async (selectors: string[], options: CommonOptions) => {
      const status = await withArchive(options, context, async ({ config, storage }) => {
        const [{ selectDocuments }, { nextCheck }] = await Promise.all([
          import('../../config/select-documents.ts'),
          import('../../schedule/plan-due.ts'),
        ]);
        const now = context.clock();
        const selected = selectDocuments(config, selectors);
        const ids = selected.map(({ id }) => id);
        const everyMs = new Map(selected.map((document) => [document.id, document.everyMs]));
        const { schedule } = config.settings;
        const nextRun = ({ documentId, awaitingSince, lastCheck }: DocumentStatus): string => {
          const planned = {
            documentId,
            everyMs: everyMs.get(documentId) ?? schedule.everyMs,
            lastCheckAt: lastCheck ? Date.parse(lastCheck.at) : null,
            confirmAt: awaitingSince ? Date.parse(awaitingSince) + schedule.confirmAfterMs : null,
          };
          return new Date(nextCheck(planned, now.getTime())).toISOString();
        };
        const rows: StatusRow[] = [];
        for (const row of await storage.archive.status(ids)) {
          const parts = (await storage.archive.partsOf(row.documentId)).map(({ url, verifiedUntil }) => ({
            url,
            verifiedUntil,
          }));
          rows.push({ ...row, nextRun: nextRun(row), ...(parts.length === 0 ? {} : { parts }) });
        }
        const outbox = await storage.outbox.depth(now.toISOString());
        const failing = rows.filter(({ consecutiveFailures }) => consecutiveFailures > 0);
        if (options.json) context.stdout.write(`${printableJson({ documents: rows, outbox })}\n`);
        else context.stdout.write(`${formatTable([HEAD, ...rows.flatMap(asLines)])}\n\n${describeOutbox(outbox)}\n`);
        return failing.length > 0 ? EXIT.incomplete : EXIT.ok;
      });
      end(status);
    });
};

const HEAD = ['DOCUMENT', 'LAST CHECK', 'OUTCOME', 'VERIFIED UNTIL', 'LAST CHANGE', 'VERSIONS', 'FAILURES', 'NEXT RUN'];

interface StatusRow extends DocumentStatus {
  readonly nextRun: string;
  /** Of a document of several URLs: until when each was seen itself. */
  readonly parts?: readonly { readonly url: string; readonly verifiedUntil: string }[];
}

function asLines(row: StatusRow): string[][] {
  const parts = row.parts ?? [];
  return [
    asCells(row),
    ...parts.map(({ url, verifiedUntil }) => [
      `  ${escapeTerminal(url)}`,
      '',
      '',
      formatInstant(verifiedUntil),
      '',
      '',
      '',
      '',
    ]),
  ];
}

function asCells(row: StatusRow): string[] {
  const { lastCheck } = row;
  return [
    row.documentId,
    lastCheck ? formatInstant(lastCheck.at) : 'never',
    lastCheck ? lastCheck.outcome + (lastCheck.code ? ` (${lastCheck.code})` : '') : '–',
    formatInstant(row.verifiedUntil),
    formatInstant(row.lastChangeAt),
    String(row.versions),
    String(row.consecutiveFailures),
    formatInstant(row.nextRun),
  ];
}

function describeOutbox(depth: {
  readonly queued: number;
  readonly dead: number;
  readonly oldest: string | null;
}): string {
  const since = depth.oldest ? `, the oldest since ${formatInstant(depth.oldest)}` : '';
  return `outbox: ${depth.queued} queued${since}, ${depth.dead} given up`;
}
