import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type ExportRecord, exportRecordSchema, recordsOf } from '../../src/history/export/json-records.ts';
import { renderExportSchema } from '../../src/history/export/render-export-schema.ts';
import { DOCUMENT_ID, recordChange, recordFirst } from '../harness/archive-samples.ts';
import { openArchive } from '../harness/open-archive.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

it('the published schema is up to date (else: npm run generate)', () => {
  expect(readFileSync('docs/reference/export.schema.json', 'utf8')).toBe(renderExportSchema());
});

it('every record is as the schema says, each change after the version it led to', async () => {
  const { archive } = await openArchive(temporaryFolder());
  const first = await recordFirst(archive, 'We keep letters.', 1);
  await recordChange(archive, first.stored.version, { text: 'We train models on letters.', at: 2 });
  const records: ExportRecord[] = [];
  for await (const record of recordsOf(archive, DOCUMENT_ID)) records.push(record);
  expect(records.map(({ type }) => type)).toEqual(['version', 'version', 'change']);
  for (const record of records) expect(exportRecordSchema.parse(record)).toEqual(record);
});
