import { Option } from 'commander';
import { printableJson } from '../../domain/printable-json.ts';
import { asInstant } from '../as-instant.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import type { PlatformLedger, PlatformPositions } from '../positions/platform-positions.ts';
import type { ShownPositions } from '../positions/shown-positions.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

const FORMATS = ['table', 'markdown', 'html', 'json'] as const;

interface PositionsOptions extends CommonOptions {
  readonly at?: string;
  readonly changes?: boolean;
  readonly format: (typeof FORMATS)[number];
}

export const addPositionsVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('positions'))
    .description('where each platform stands on training AI with people’s data, by what its stored documents say')
    .argument('[platforms...]', 'ids of platforms; all when left out')
    .option('--at <date>', 'as it stood then, at the end of a day or at a time', atEndOfDay)
    .option('--changes', 'every transition until then instead, oldest first')
    .addOption(new Option('--format <format>', 'how to show them').choices(FORMATS).default('table'))
    .action(async (ids: string[], options: PositionsOptions) => {
      const at = options.at ?? context.clock().toISOString();
      const format = options.json ? 'json' : options.format;
      const found = await withArchive(options, context, async ({ config, storage: { archive } }) => {
        const { ledgerUntil, positionsAt, selectPlatforms } = await import('../positions/platform-positions.ts');
        const platforms = selectPlatforms(config, ids);
        const read = async <T>(one: (platform: (typeof platforms)[number]) => Promise<T>): Promise<T[]> => {
          const all: T[] = [];
          for (const platform of platforms) all.push(await one(platform));
          return all;
        };
        return options.changes
          ? { changes: await read((platform) => ledgerUntil(at, { config, platform, archive })) }
          : { positions: await read((platform) => positionsAt(at, { config, platform, archive })) };
      });
      const text =
        format === 'json' ? printableJson(found) : await render(await shownOf(found, at), format, context.width);
      context.stdout.write(`${text}\n`);
      end(EXIT.ok);
    });
};

type Found = { readonly changes: PlatformLedger[] } | { readonly positions: PlatformPositions[] };

async function shownOf(found: Found, at: string): Promise<ShownPositions> {
  const { ledgerRows, positionRows } = await import('../positions/position-rows.ts');
  if ('changes' in found)
    return {
      title: `What changed in positions on AI training until ${at.slice(0, 10)}`,
      head: ['PLATFORM', 'DATA', 'POSITION', 'SEEN', 'BY THE WORDS'],
      rows: found.changes.flatMap(ledgerRows),
      controls: [],
    };
  return {
    title: `Positions on AI training, ${at.slice(0, 10)}`,
    head: ['PLATFORM', 'DATA', 'POSITION', 'REGIONS', 'BY THE WORDS'],
    rows: found.positions.flatMap(positionRows),
    controls: found.positions.flatMap(({ name, controls }) => controls.map((control) => ({ platform: name, control }))),
  };
}

async function render(shown: ShownPositions, format: 'table' | 'markdown' | 'html', width: number): Promise<string> {
  if (format === 'html') return (await import('../positions/positions-as-html.ts')).positionsAsHtml(shown);
  if (format === 'markdown') return (await import('../positions/positions-as-markdown.ts')).positionsAsMarkdown(shown);
  return (await import('../positions/positions-as-table.ts')).positionsAsTable(shown, width);
}

/** A day means its end, so that what was captured on it counts. */
function atEndOfDay(value: string): string {
  return asInstant(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59.999Z` : value);
}
