import { writeFile } from 'node:fs/promises';
import { jsonSchemaFiles } from './json-schemas.ts';

// `npm run generate`: the files are committed, and a test fails when they differ from the schemas.
for (const { name, text } of jsonSchemaFiles()) {
  await writeFile(new URL(`../../config/${name}`, import.meta.url), text);
}
