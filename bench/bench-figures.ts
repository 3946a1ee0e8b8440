/** A line of the table. */
export interface Figure {
  readonly name: string;
  /** As printed, with its unit. */
  readonly value: string;
  readonly target?: { readonly text: string; readonly met: boolean };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
}

/** "4.1 (3.2–9.8) ms" */
export function spread(values: readonly number[], unit: string, digits = 1): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${median(values).toFixed(digits)} (${least}–${most}) ${unit}`;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { name, value, target } of figures) {
    const judged = target ? `${target.text.padEnd(10)} ${target.met ? 'met' : 'NOT MET'}` : '';
    console.log(`  ${name.padEnd(66)} ${value.padStart(26)}   ${judged}`.trimEnd());
  }
}
