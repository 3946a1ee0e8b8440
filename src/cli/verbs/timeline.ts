import { InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../config/config.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { Timeline, TimelineInput } from '../../history/timeline/timeline.ts';
import type { Archive } from '../../snapshots/archive.ts';
import { asInstant } from '../as-instant.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

interface TimelineOptions extends CommonOptions {
  readonly format: 'svg' | 'terminal' | 'json';
  readonly since?: string;
  readonly width: number;
}

export const addTimelineVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('timeline'))
    .description('changes on a time axis, by topic and severity')
    .argument('[selectors...]', 'platform, platform/document or a glob of these')
    .addOption(
      new Option('--format <format>', 'what it is drawn as').choices(['svg', 'terminal', 'json']).default('terminal'),
    )
    .option('--since <date>', 'from this date on', asInstant)
    .addOption(
      new Option('--width <px>', 'how wide the svg is drawn, from 320; type keeps its size')
        .argParser(asWidth)
        .default(480),
    )
    .action(async (selectors: string[], options: TimelineOptions) => {
      const timeline = await withArchive(options, context, async ({ config, storage }) => {
        const [{ buildTimeline }, { summariseFacts }] = await Promise.all([
          import('../../history/timeline/timeline.ts'),
          import('../summarise-facts.ts'),
        ]);
        const inputs = await inputsOf({ config, archive: storage.archive }, selectors, options.since ?? '');
        return buildTimeline(inputs, ({ classification }) => summariseFacts(classification.facts));
      });
      if (timeline === null) context.stderr.write('nothing is stored of these yet; “check” or “import” brings it\n');
      else context.stdout.write(await render(timeline, options, context));
      end(EXIT.ok);
    });
};

async function inputsOf(
  { config, archive }: { readonly config: Config; readonly archive: Archive },
  selectors: readonly string[],
  since: string,
): Promise<TimelineInput[]> {
  const { selectArchived } = await import('../archived-documents.ts');
  const inputs: TimelineInput[] = [];
  for (const document of await selectArchived(config, archive, selectors)) {
    const versions = (await archive.versionsOf(document.id)).filter(({ capturedAt }) => capturedAt >= since);
    const [newest, oldest] = [versions[0], versions.at(-1)];
    if (!newest || !oldest) continue;
    const changes = await archive.changeOutlines({ documentIds: [document.id], since });
    const platform = config.platforms.find(({ id }) => id === document.platform)?.name ?? document.platform;
    const title = `${platform}: ${document.name}`;
    inputs.push({ documentId: document.id, title, from: oldest.capturedAt, to: newest.capturedAt, changes });
  }
  return inputs;
}

async function render(timeline: Timeline, options: TimelineOptions, context: CliContext): Promise<string> {
  if (options.json || options.format === 'json') return `${printableJson(timeline)}\n`;
  if (options.format === 'svg') {
    const { renderSvg } = await import('../../history/timeline/render-svg.ts');
    return renderSvg(timeline, 'What changed, and when', options.width);
  }
  const { renderTerminal } = await import('../../history/timeline/render-terminal.ts');
  return renderTerminal(timeline, { width: context.width, colour: context.colour });
}

function asWidth(value: string): number {
  if (!/^\d{3,4}$/.test(value) || Number(value) < 320)
    throw new InvalidArgumentError('Not a whole number from 320 to 9999.');
  return Number(value);
}
