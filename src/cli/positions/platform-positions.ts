import { derivePositions } from '../../classify/positions/derive-positions.ts';
import type { Position } from '../../classify/positions/position.ts';
import { type PositionChange, positionChanges } from '../../classify/positions/position-changes.ts';
import type { Config } from '../../config/config.ts';
import type { Instant } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Control, Platform } from '../../domain/source.ts';
import type { Archive } from '../../snapshots/archive.ts';
import { documentsAt, historiesOf } from './read-documents.ts';

type Reads = Pick<Archive, 'versionsOf' | 'version'>;

/** Where one platform stands. */
export interface PlatformPositions {
  readonly platform: string;
  readonly name: string;
  readonly at: Instant;
  /** Ids of the documents that were stored by then. */
  readonly documents: readonly string[];
  readonly positions: readonly Position[];
  /** Ways to refuse that people gathered, beside what the documents say. */
  readonly controls: readonly Control[];
}

export interface PlatformLedger {
  readonly platform: string;
  readonly name: string;
  readonly changes: readonly PositionChange[];
}

/** The platforms a person names by id, in the order of the configuration; all without a name. */
export function selectPlatforms(config: Config, ids: readonly string[]): readonly Platform[] {
  const wanted = new Set(ids.map((id) => id.trim().toLowerCase()));
  for (const id of wanted) {
    if (config.platforms.some((platform) => platform.id === id)) continue;
    const known = config.platforms.map((platform) => platform.id).join(', ');
    throw new ClausewatchError('selector_unknown', `"${id}" names no platform; there are ${known}`);
  }
  return config.platforms.filter(({ id }) => wanted.size === 0 || wanted.has(id));
}

const speakingFor = ({ documents }: Config, platform: Platform) =>
  documents.filter(({ appliesTo, enabled }) => enabled && appliesTo.includes(platform.id));

export async function positionsAt(
  at: Instant,
  { config, platform, archive }: { config: Config; platform: Platform; archive: Reads },
): Promise<PlatformPositions> {
  const histories = await historiesOf(speakingFor(config, platform), archive);
  const documents = await documentsAt(at, histories, archive);
  return {
    platform: platform.id,
    name: platform.name,
    at,
    documents: documents.map(({ documentId }) => documentId),
    positions: derivePositions(documents),
    controls: platform.controls,
  };
}

/** Every transition until a time, from the first stored version on. */
export async function ledgerUntil(
  at: Instant,
  { config, platform, archive }: { config: Config; platform: Platform; archive: Reads },
): Promise<PlatformLedger> {
  const histories = await historiesOf(speakingFor(config, platform), archive);
  const times = new Set(histories.flatMap(({ versions }) => versions.map(({ capturedAt }) => capturedAt)));
  const dated = [];
  for (const time of [...times].filter((one) => one <= at).sort())
    dated.push({ at: time, positions: derivePositions(await documentsAt(time, histories, archive)) });
  return { platform: platform.id, name: platform.name, changes: positionChanges(dated) };
}
