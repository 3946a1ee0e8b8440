import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Version } from '../../domain/version.ts';
import type { Archive } from '../../snapshots/archive.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import { formatInstant } from '../format-table.ts';
import { formatRedline, type RedlineOptions, withRedlineOptions } from '../redline-format.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

interface DiffOptions extends CommonOptions, RedlineOptions {
  readonly exitCode?: boolean;
}

export const addDiffVerb: AddVerb = (program, context, end) => {
  withRedlineOptions(withCommonOptions(program.command('diff')))
    .description('a stored redline: of the last change, or between two versions')
    .argument('<selector>', 'one document: platform/document')
    .argument('[from]', 'version number, id, or date (the version that held then)')
    .argument('[to]', 'the same; the newest version when left out')
    .option('--exit-code', 'exit with 1 when the two differ')
    .action(async (selector: string, from: string | undefined, to: string | undefined, options: DiffOptions) => {
      end(
        await withArchive(options, context, async ({ config, storage }) => {
          const { selectArchived } = await import('../archived-documents.ts');
          const [document, ...others] = await selectArchived(config, storage.archive, [selector]);
          if (!document || others.length > 0) {
            const ids = [document, ...others].map((found) => found?.id).join(', ');
            throw new ClausewatchError('selector_ambiguous', `diff takes one document; “${selector}” means ${ids}`);
          }
          return showDiff(storage.archive, { documentId: document.id, from, to }, { options, context });
        }),
      );
    });
};

interface Range {
  readonly documentId: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

async function showDiff(
  archive: Archive,
  range: Range,
  { options, context }: { readonly options: DiffOptions; readonly context: CliContext },
): Promise<number> {
  const { before, after } = await pickVersions(archive, range);
  const [old, young] = await Promise.all([archive.version(before.id), archive.version(after.id)]);
  if (!old || !young)
    throw new ClausewatchError('version_unknown', `${range.documentId}: a version has gone; run doctor`);
  const [{ diffDocuments }, { classifyChange }] = await Promise.all([
    import('../../diff/diff-documents.ts'),
    import('../../classify/classify-change.ts'),
  ]);
  const redline = diffDocuments(old.page, young.page);
  const classification = classifyChange({ before: old.page, after: young.page, redline });
  const shown = {
    redline,
    classification,
    before: old.page,
    after: young.page,
    title: `${range.documentId}: ${nameOf(before)} → ${nameOf(after)}`,
    names: { before: `${range.documentId} ${nameOf(before)}`, after: `${range.documentId} ${nameOf(after)}` },
  };
  context.stdout.write(await formatRedline(shown, options, context));
  return options.exitCode && redline.changed ? EXIT.differs : EXIT.ok;
}

async function pickVersions(
  archive: Archive,
  { documentId, from, to }: Range,
): Promise<{ before: Version; after: Version }> {
  const versions = await archive.versionsOf(documentId);
  if (versions.length === 0) {
    throw new ClausewatchError(
      'version_unknown',
      `${documentId}: nothing is stored yet; run “clausewatch check ${documentId}”`,
    );
  }
  const [lastChange] = await archive.changes({ documentIds: [documentId], limit: 1 });
  if (from === undefined) {
    if (lastChange) return { before: lastChange.before, after: lastChange.after };
    throw new ClausewatchError(
      'version_unknown',
      `${documentId}: no change is recorded; its only text is version ${versions[0]?.number}`,
    );
  }
  const newest = versions[0] as Version;
  return {
    before: pick(versions, from, documentId),
    after: to === undefined ? newest : pick(versions, to, documentId),
  };
}

/** Versions come newest first: a date means the version that held at its end. */
function pick(versions: readonly Version[], wanted: string, documentId: string): Version {
  const byName = versions.find(({ id, number }) => id === wanted || String(number) === wanted.replace(/^v/, ''));
  if (byName) return byName;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(wanted);
  const time = Date.parse(day ? `${wanted}T23:59:59.999Z` : wanted);
  const byDate = Number.isNaN(time) ? undefined : versions.find(({ capturedAt }) => Date.parse(capturedAt) <= time);
  if (byDate) return byDate;
  const known = versions.map((version) => `${version.number} (${formatInstant(version.capturedAt)})`).join(', ');
  throw new ClausewatchError('version_unknown', `${documentId}: no version “${wanted}”; there are ${known}`);
}

function nameOf(version: Version): string {
  return `version ${version.number} (${formatInstant(version.capturedAt)})`;
}
