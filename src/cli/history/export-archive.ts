import type { Config } from '../../config/config.ts';
import type { HistoryEntry } from '../../config/histories-schema.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { Version } from '../../domain/version.ts';
import type { Extractor } from '../../extract/extractor.ts';
import { exportReadme } from '../../history/export/export-readme.ts';
import {
  countVersions,
  exportedSuspects,
  exportedVersions,
  type TextSource,
} from '../../history/export/exported-texts.ts';
import { type ExportRecord, recordsOf } from '../../history/export/json-records.ts';
import { fillNewFolder } from '../../history/export/new-folder.ts';
import { termsNames } from '../../history/export/terms-names.ts';
import { writeGit } from '../../history/export/write-git.ts';
import { writeMarkdown } from '../../history/export/write-markdown.ts';
import type { Archive } from '../../snapshots/archive.ts';
import { selectArchived } from '../archived-documents.ts';

export interface Exporting {
  readonly config: Pick<Config, 'documents' | 'platforms'>;
  readonly archive: Archive;
  readonly extractor: Extractor;
  readonly mapping: readonly HistoryEntry[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Selectors; all documents where there are none. */
  readonly only: readonly string[];
  readonly onPlan: (total: number) => void;
  readonly onStep: () => void;
}

const GIT_LAYOUT =
  'One folder for each service, one file for each of its terms, one commit for each version, dated by its capture. The branch “suspects”, where there is one, holds what was served in place of the policy.';
const MARKDOWN_LAYOUT = 'One folder for each platform and document, one file for each version, named by its capture.';

export async function exportGit(dir: string, exporting: Exporting): ReturnType<typeof writeGit> {
  const { source, versions } = await prepare(exporting);
  return fillNewFolder(dir, (folder) =>
    writeGit({
      folder,
      env: exporting.env,
      versions: exportedVersions(source),
      suspects: exportedSuspects(source),
      readme: exportReadme(GIT_LAYOUT, versions),
      onStep: exporting.onStep,
    }),
  );
}

export async function exportMarkdown(dir: string, exporting: Exporting): ReturnType<typeof writeMarkdown> {
  const { source, versions } = await prepare(exporting);
  const readme = exportReadme(MARKDOWN_LAYOUT, versions);
  return fillNewFolder(dir, (folder) =>
    writeMarkdown({ folder, versions: exportedVersions(source), readme, onStep: exporting.onStep }),
  );
}

export async function* exportedRecords(exporting: Exporting): AsyncGenerator<ExportRecord> {
  const documents = await selectArchived(exporting.config, exporting.archive, exporting.only);
  for (const { id } of documents) yield* recordsOf(exporting.archive, id);
}

async function prepare(exporting: Exporting): Promise<{ readonly source: TextSource; readonly versions: Version[] }> {
  const { config, archive, extractor, mapping, only } = exporting;
  const documents = await selectArchived(config, archive, only);
  const nameOf = termsNames(
    documents.map((document) => ({
      id: document.id,
      known: mapping.find((entry) => entry.document === document.id) ?? null,
      ours: nameOfOurs(document, config),
    })),
  );
  const source: TextSource = {
    archive,
    documentIds: documents.map(({ id }) => id),
    nameOf,
    readSuspect: async (suspect) =>
      extractor.extract({
        documentId: suspect.documentId,
        url: suspect.capture.finalUrl,
        contentType: suspect.capture.contentType,
        body: await archive.bodyOf(suspect),
      }),
  };
  exporting.onPlan(await countVersions(source));
  const versions: Version[] = [];
  for (const { id } of documents) versions.push(...(await archive.versionsOf(id)));
  return { source, versions };
}

function nameOfOurs(
  document: WatchedDocument,
  { platforms }: Pick<Config, 'platforms'>,
): { service: string; terms: string } {
  const platform = platforms.find(({ id }) => id === document.platform);
  return { service: platform?.name ?? document.platform, terms: document.name };
}
