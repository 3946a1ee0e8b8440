import { z } from 'zod';
import { exportRecordSchema } from './json-records.ts';

/** docs/reference/export.schema.json, made from what the records are typed by. */
export function renderExportSchema(): string {
  const title = 'One line of clausewatch export json';
  return `${JSON.stringify({ title, ...z.toJSONSchema(exportRecordSchema, { io: 'output' }) }, null, 2)}\n`;
}
