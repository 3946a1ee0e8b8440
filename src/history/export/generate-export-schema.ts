import { writeFileSync } from 'node:fs';
import { renderExportSchema } from './render-export-schema.ts';

writeFileSync(new URL('../../../docs/reference/export.schema.json', import.meta.url), renderExportSchema());
