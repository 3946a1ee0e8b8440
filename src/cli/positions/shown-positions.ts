import type { Stance } from '../../classify/positions/position.ts';
import type { Control } from '../../domain/source.ts';
import type { PositionRow, Said } from './position-rows.ts';

/** What is shown: rows, their headings, and the ways to refuse that people gathered, by platform. */
export interface ShownPositions {
  readonly title: string;
  readonly head: readonly [platform: string, data: string, position: string, regions: string, says: string];
  readonly rows: readonly PositionRow[];
  readonly controls: readonly { readonly platform: string; readonly control: Control }[];
}

/** "“We may …” (acme/privacy, since 2024-09-18 or before)". */
export function quoted({ quote, source, isWayOut }: Said): string {
  return `${isWayOut ? 'way out: ' : ''}“${quote}” (${source})`;
}

export function controlLine({ name, kind, regions, lastKnownTrue, steps }: Control): string {
  const told = steps.length > 0 ? `: ${steps.join(' › ')}` : '';
  return `${name} (${kind}, ${regions.join(', ')}, last known true ${lastKnownTrue})${told}`;
}

const MEANINGS: Readonly<Record<Stance, string>> = {
  mandatory: 'used to train AI, and the documents name no way out',
  'opt-out': 'used unless people refuse',
  'opt-in': 'used only if people agreed',
  excluded: 'promised not to be used',
  contradictory: 'the documents say both',
  silent: 'the documents say nothing of it',
};

/** What the positions that are shown mean, for whoever reads them for the first time. */
export function meaningsIn({ rows }: Pick<ShownPositions, 'rows'>): readonly (readonly [Stance, string])[] {
  const shown = rows.map(({ position, regions }) => `${position} ${regions}`).join(' ');
  const isRegional = rows.some(({ position, regions }) => position === 'silent' && regions !== '');
  const meanings = {
    ...MEANINGS,
    ...(isRegional ? { silent: `${MEANINGS.silent}, or only of the regions named` } : {}),
  };
  return (Object.entries(meanings) as [Stance, string][]).filter(([stance]) => shown.includes(stance));
}
