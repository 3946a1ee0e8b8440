import { median } from '../bench-figures.ts';
import type { Tally } from './tally.ts';

/** Longer than one confirmation takes. */
const LATE_MS = 3_600_000;

const HEAD = [
  'document',
  'checks',
  'second',
  'versions',
  'technical',
  'suspects',
  'failed',
  'changes',
  'alerts',
  'incidents',
  'told / must',
  'cosmetic',
  'missed',
  'false / mustnot',
  'ms',
  'CPU ms',
  'KB a version',
];

/** One row a document, and their sum; `versions` as lines that begin with the document's id. */
export function printTable(
  tallies: readonly Tally[],
  bytesOf: (slug: string) => number,
  versions: readonly string[],
): void {
  const versionsOf = (slug: string): number => versions.filter((line) => line.startsWith(`plumbago/${slug} `)).length;
  const rows = tallies.map((tally) => rowOf(tally, versionsOf(tally.slug), bytesOf(tally.slug)));
  const all = tallies.reduce(add);
  const bytes = tallies.reduce((sum, { slug }) => sum + bytesOf(slug), 0);
  const table = [HEAD, ...rows, rowOf({ ...all, slug: 'all' }, versions.length, bytes)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
  const minutes = all.delays.map((ms) => ms / 60_000).toSorted((a, b) => a - b);
  const at = (share: number): string => (minutes[Math.ceil(minutes.length * share) - 1] ?? 0).toFixed(0);
  for (const { slug, delays } of tallies) {
    const late = delays.filter((ms) => ms > LATE_MS).map((ms) => `${(ms / 86_400_000).toFixed(1)} days`);
    if (late.length > 0) console.log(`\ntold late: ${slug} after ${late.join(', ')}`);
  }
  console.log(
    `\ntrue changes were told after ${at(0.5)} min (median), ${at(0.9)} (90 %), ${at(1)} (longest); ${minutes.length} of them`,
  );
}

function rowOf(tally: Tally, versions: number, bytes: number): string[] {
  const { slug, looks, confirmations, technical, suspects, failed, changes, alerts, incidents } = tally;
  const counts = [looks, confirmations, versions, technical, suspects, failed, changes, alerts, incidents].map(String);
  const judged = [
    `${tally.alerted} / ${tally.must}`,
    String(tally.cosmetic),
    String(tally.missed),
    `${tally.falseAlerts} / ${tally.mustnot}`,
  ];
  const costs = [median(tally.ms), median(tally.cpuMs), bytes / 1024 / Math.max(versions, 1)];
  return [slug, ...counts, ...judged, ...costs.map((value) => value.toFixed(1))];
}

function add(one: Tally, other: Tally): Tally {
  const sum = Object.entries(one).map(([key, value]) => {
    const more = other[key as keyof Tally];
    return [
      key,
      typeof value === 'number' ? value + (more as number) : [...(value as number[]), ...(more as number[])],
    ];
  });
  return Object.fromEntries(sum) as Tally;
}
