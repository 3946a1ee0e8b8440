import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '../../src/config/json-schemas.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly default?: unknown;
}

const projectFile = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const schemaOf = (name: string): JsonSchema =>
  JSON.parse(jsonSchemaFiles().find((file) => file.name === name)?.text ?? '{}') as JsonSchema;
const keysOf = (schema: JsonSchema | undefined) =>
  Object.keys(schema?.properties ?? {}).filter((key) => key !== '$schema');

/** First column and default of every table row below a heading. */
function rowsUnder(markdown: string, heading: string): Map<string, string> {
  const section = markdown.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?) \|/gm)];
  return new Map(rows.map(([, key = '', value = '']) => [key, value.replaceAll('`', '')]));
}

describe('the JSON Schemas', () => {
  it.each(jsonSchemaFiles())('are up to date: $name (else: npm run generate)', async ({ name, text }) => {
    expect(await projectFile(`config/${name}`)).toBe(text);
  });
});

describe('the reference of settings', () => {
  const schema = schemaOf('settings.schema.json');

  it('has a row for every key and no other', async () => {
    const markdown = await projectFile('docs/reference/settings.md');
    const keys = keysOf(schema).flatMap((key) => {
      const inner = keysOf(schema.properties?.[key]);
      return inner.length > 0 ? inner.map((name) => `${key}.${name}`) : [key];
    });
    expect([...rowsUnder(markdown, 'Settings').keys()].sort()).toEqual(keys.sort());
    const subscription = keysOf(schema.properties?.subscriptions?.items);
    expect([...rowsUnder(markdown, '`subscriptions`').keys()].sort()).toEqual(subscription.sort());
  });

  it('gives the true defaults', async () => {
    const rows = rowsUnder(await projectFile('docs/reference/settings.md'), 'Settings');
    for (const [path, shown] of rows) {
      const found = path.split('.').reduce<JsonSchema | undefined>((inner, key) => inner?.properties?.[key], schema);
      if (found?.default !== undefined) expect([path, JSON.parse(shown)]).toEqual([path, found.default]);
    }
  });
});

describe('the reference of sources', () => {
  const history = schemaOf('histories.schema.json').properties?.openTermsArchive?.items;
  const platform = schemaOf('sources.schema.json').properties?.platforms?.items;

  it.each([
    ['A platform', platform],
    ['A document', platform?.properties?.documents?.items],
    ['A control', platform?.properties?.controls?.items],
    ['A history', history],
  ])('has a row for every key of %s, with its true default', async (heading, schema) => {
    const rows = rowsUnder(await projectFile('docs/reference/sources.md'), String(heading));
    expect([...rows.keys()].sort()).toEqual(keysOf(schema).sort());
    for (const [key, shown] of rows) {
      const written = schema?.properties?.[key]?.default;
      if (written !== undefined) expect([key, JSON.parse(shown)]).toEqual([key, written]);
    }
  });
});
