import { z } from 'zod';
import { historiesSchema } from './histories-schema.ts';
import { settingsSchema } from './settings-schema.ts';
import { sourcesSchema } from './sources-schema.ts';

/** File name in `config/` and text of the JSON Schemas that editors validate with. */
export function jsonSchemaFiles(): readonly { readonly name: string; readonly text: string }[] {
  return [
    { name: 'histories.schema.json', text: render(historiesSchema, 'clausewatch histories') },
    { name: 'settings.schema.json', text: render(settingsSchema, 'clausewatch settings') },
    { name: 'sources.schema.json', text: render(sourcesSchema, 'clausewatch sources') },
  ];
}

function render(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`;
}
