import type { CosmeticReason, Hunk, HunkKind, Redline, WordRun } from '../domain/redline.ts';
import { looseRuns } from './loose-runs.ts';
import type { RenderOptions } from './render-options.ts';
import { shortenRuns } from './shorten-runs.ts';

/** One hunk, ready to be written in any format. Texts are as in the page: each renderer escapes for itself. */
export interface PresentedHunk {
  readonly kind: HunkKind;
  /** Heading path and lead-in where the text stands (of what was removed: stood). */
  readonly place: readonly string[];
  /** Of a moved hunk that came from elsewhere, else null. */
  readonly from: readonly string[] | null;
  readonly heading: boolean;
  /** Markers of an ordered list, before and after; "" where there is none. */
  readonly markers: { readonly before: string; readonly after: string };
  readonly runs: readonly WordRun[];
  readonly cosmetic: CosmeticReason | null;
  /** Blocks beyond the first that moved with it. */
  readonly more: number;
  readonly granularity: Hunk['granularity'];
}

export interface Presentation {
  /** "2 changed, 1 added", or why there is nothing to show. */
  readonly summary: string;
  readonly hunks: readonly PresentedHunk[];
  readonly cosmetic: readonly PresentedHunk[];
  /** Hunks left out by `maxHunks`. */
  readonly omitted: number;
}

const COSMETIC_LABELS: Readonly<Record<CosmeticReason, string>> = {
  typography: 'typography',
  case: 'capital letters',
  numbering: 'numbering',
  'link-target': 'link target',
  'notice-date': 'date of the notice',
  'relative-date': 'relative date',
  structure: 'layout',
  order: 'order',
};

const KIND_LABELS: Readonly<Record<HunkKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  modified: 'Changed',
  moved: 'Moved',
};

/** "Changed", "Moved from A › B", "Changed (numbering)". */
export function hunkLabel(hunk: PresentedHunk): string {
  const from = hunk.from ? ` from ${hunk.from.length > 0 ? hunk.from.join(' › ') : 'the beginning'}` : '';
  const more = hunk.more > 0 ? ` with ${hunk.more} more` : '';
  const reason = hunk.cosmetic ? ` (${COSMETIC_LABELS[hunk.cosmetic]})` : '';
  const coarse = hunk.granularity === 'words' ? '' : `, too long to be compared by words: by ${hunk.granularity}`;
  return `${KIND_LABELS[hunk.kind]}${from}${more}${reason}${coarse}`;
}

/** What all renderers for people share: what counts first, what is cosmetic last, long unchanged text cut. */
export function presentRedline(redline: Redline, options: RenderOptions): Presentation {
  const real = redline.hunks.filter((hunk) => hunk.cosmetic === null);
  const cosmetic = redline.hunks.filter((hunk) => hunk.cosmetic !== null);
  const shown = real.slice(0, options.maxHunks);
  const room = options.maxHunks === undefined ? cosmetic.length : Math.max(0, options.maxHunks - shown.length);
  const listed = options.cosmetic === 'count' ? [] : cosmetic.slice(0, room);
  return {
    summary: summaryOf(real, cosmetic.length),
    hunks: shown.map((hunk) => presentHunk(hunk, options)),
    cosmetic: listed.map((hunk) => presentHunk(hunk, options)),
    omitted: real.length - shown.length + (options.cosmetic === 'count' ? 0 : cosmetic.length - listed.length),
  };
}

function summaryOf(real: readonly Hunk[], cosmetic: number): string {
  const parts: string[] = [];
  for (const kind of ['modified', 'added', 'removed', 'moved'] as const) {
    const count = real.filter((hunk) => hunk.kind === kind).length;
    if (count > 0) parts.push(`${count} ${KIND_LABELS[kind].toLowerCase()}`);
  }
  if (cosmetic > 0) parts.push(`${cosmetic} cosmetic`);
  return parts.length > 0 ? parts.join(', ') : 'no difference';
}

function presentHunk(hunk: Hunk, options: RenderOptions): PresentedHunk {
  const old = hunk.before[0]?.block;
  const now = hunk.after[0]?.block ?? old;
  const place = now ? placeOf(now) : [];
  const oldPlace = old ? placeOf(old) : [];
  const movedWhole = hunk.kind === 'moved' && hunk.after.length > 1;
  const runs: readonly WordRun[] = movedWhole ? [{ op: 'equal', text: now?.text ?? '' }] : hunk.runs;
  return {
    kind: hunk.kind,
    place,
    from: hunk.kind === 'moved' && oldPlace.join('\n') !== place.join('\n') ? oldPlace : null,
    heading: now?.kind === 'heading',
    markers: { before: old?.marker ?? '', after: hunk.after[0]?.block.marker ?? '' },
    runs: shortenRuns(options.layout === 'side-by-side' ? runs : looseRuns(runs), options.context),
    cosmetic: hunk.cosmetic,
    more: movedWhole ? hunk.after.length - 1 : 0,
    granularity: hunk.granularity,
  };
}

function placeOf(block: { readonly headingPath: readonly string[]; readonly leadIn: string | null }): string[] {
  return block.leadIn === null ? [...block.headingPath] : [...block.headingPath, block.leadIn];
}

/** Runs with the marker of the list item in front. */
export function markedRuns({ markers, runs }: PresentedHunk): readonly WordRun[] {
  const { before, after } = markers;
  if (before === '' && after === '') return runs;
  const first = runs[0];
  if (first && first.op !== 'equal' && runs.length === 1) {
    const marker = first.op === 'delete' ? before : after;
    return marker === '' ? runs : [{ op: first.op, text: `${marker} ${first.text}` }];
  }
  if (before === after) return [{ op: 'equal', text: `${after} ` }, ...runs];
  const lead: WordRun[] = [];
  if (before !== '') lead.push({ op: 'delete', text: before });
  if (after !== '') lead.push({ op: 'insert', text: after });
  return [...lead, { op: 'equal', text: ' ' }, ...runs];
}
