import { printableJson } from '../domain/printable-json.ts';
import type { Redline } from '../domain/redline.ts';

/** The {@link Redline} itself, indented, ending in a line feed. Parses back to an equal object, and may be printed. */
export function renderJson(redline: Redline): string {
  return `${printableJson(redline, 2)}\n`;
}
