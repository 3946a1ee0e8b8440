import type { ClassificationDifference } from '../../classify/compare-classifications.ts';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { printableJson } from '../../domain/printable-json.ts';
import type { Change } from '../../domain/version.ts';
import type { Archive } from '../../snapshots/archive.ts';
import { asInstant } from '../as-instant.ts';
import { EXIT } from '../cli-context.ts';
import { type CommonOptions, withCommonOptions } from '../common-options.ts';
import type { AddVerb } from '../verb.ts';
import { withArchive } from '../with-app.ts';

interface ReclassifyOptions extends CommonOptions {
  readonly since?: string;
}

interface Reclassified {
  readonly change: Change;
  readonly difference: ClassificationDifference;
}

export const addReclassifyVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('reclassify'))
    .description('what the rules of today say otherwise about recorded changes; stores and sends nothing')
    .argument('[selectors...]', 'platform, platform/document or a glob of these')
    .option('--since <date>', 'changes from this date on (2026-11-23, or with a time)', asInstant)
    .action(async (selectors: string[], options: ReclassifyOptions) => {
      const { looked, differing } = await withArchive(options, context, async ({ config, storage }) => {
        const { selectDocuments } = await import('../../config/select-documents.ts');
        const documentIds = selectDocuments(config, selectors).map(({ id }) => id);
        const since = options.since ? { since: options.since } : {};
        const changes = await storage.archive.changes({ documentIds, ...since });
        return { looked: changes.length, differing: await reclassifyAll(changes, storage.archive) };
      });
      if (options.json) context.stdout.write(`${printableJson({ looked, differing: differing.map(asJson) })}\n`);
      else {
        const text = differing.map(describe).join('\n');
        context.stdout.write(`${text}${text && '\n'}${differing.length} of ${looked} recorded changes differ\n`);
      }
      end(EXIT.ok);
    });
};

async function reclassifyAll(changes: readonly Change[], archive: Archive): Promise<Reclassified[]> {
  const [{ classifyChange }, { compareClassifications }] = await Promise.all([
    import('../../classify/classify-change.ts'),
    import('../../classify/compare-classifications.ts'),
  ]);
  const differing: Reclassified[] = [];
  for (const change of changes) {
    const [before, after] = await Promise.all([archive.version(change.before.id), archive.version(change.after.id)]);
    if (!before || !after) continue;
    const now = classifyChange({ before: before.page, after: after.page, redline: change.redline });
    const difference = compareClassifications(change.classification, now);
    if (difference) differing.push({ change, difference });
  }
  return differing;
}

function asJson({ change, difference }: Reclassified): unknown {
  const { id, documentId, detectedAt, before, after, classification } = change;
  const versions = { before: before.number, after: after.number };
  return { change: id, documentId, detectedAt, ...versions, rulesVersion: classification.rulesVersion, ...difference };
}

function describe({ change, difference }: Reclassified): string {
  const { documentId, before, after } = change;
  const { topics, severity, dropped, found } = difference;
  const told = (side: 'was' | 'is'): string => `${topics[side].join(', ') || 'not about AI'}, ${severity[side]}`;
  const head = `${documentId} version ${before.number} → ${after.number}: ${told('was')} → ${told('is')}`;
  return [head, ...dropped.map((one) => `  - ${one}`), ...found.map((one) => `  + ${one}`)]
    .map(escapeTerminal)
    .join('\n');
}
