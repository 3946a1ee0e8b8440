import { NOT_READ } from './render-table.ts';

/** Where the derived part of the document begins. */
const BEGIN = '<!-- derived by bench/positions.ts; do not edit below -->\n\n';

/** The document as written by people, and the table below it. */
export function splitAtTable(document: string): { readonly introduction: string; readonly table: string } {
  const at = document.indexOf(BEGIN);
  if (at < 0) throw new Error(`the document has no line “${BEGIN.trim()}”`);
  return { introduction: document.slice(0, at + BEGIN.length), table: document.slice(at + BEGIN.length) };
}

/**
 * What the document says otherwise than the histories: a line that is gone after "-", one that is new after "+"; then
 * the cells whose sentence nobody has put into our words.
 */
export function differencesFrom(document: string, derived: string): string[] {
  const kept = splitAtTable(document).table.split('\n');
  const now = derived.split('\n');
  return [
    ...kept.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !kept.includes(line)).map((line) => `+ ${line}`),
    ...now.filter((line) => line.includes(NOT_READ)).map((line) => `? ${line}`),
  ];
}
