import { createInterface } from 'node:readline';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { printableJson } from '../domain/printable-json.ts';
import type { CliContext } from './cli-context.ts';

/**
 * Batch mode: one JSON object a line in, one a line out, in order. A bad line, or one whose answer fails, gives
 * `{"id", "error": {"code", "message"}}` and the run goes on.
 */
export async function answerLines(
  context: CliContext,
  answer: (line: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<void> {
  const lines = createInterface({ input: context.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const reply = `${printableJson(await answerLine(line, answer))}\n`;
    if (!context.stdout.write(reply)) await new Promise((resolve) => context.stdout.once('drain', resolve));
  }
}

async function answerLine(
  line: string,
  answer: (line: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<object> {
  let id: unknown = null;
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      throw new ClausewatchError('batch_line_invalid', 'each line must be one JSON object');
    }
    id = 'id' in parsed ? parsed.id : null;
    return await answer(parsed as Readonly<Record<string, unknown>>);
  } catch (error) {
    return { id, error: { code: codeOf(error), message: error instanceof Error ? error.message : String(error) } };
  }
}

/** The string fields of a line; throws `batch_line_invalid` naming the first that is missing or no string. */
export function stringFields<R extends string, O extends string>(
  line: Readonly<Record<string, unknown>>,
  required: readonly R[],
  optional: readonly O[],
): Record<R, string> & Partial<Record<O, string>> {
  const missing = required.find((name) => typeof line[name] !== 'string');
  const wrong = optional.find((name) => line[name] !== undefined && typeof line[name] !== 'string');
  const bad = missing ?? wrong;
  if (bad !== undefined) throw new ClausewatchError('batch_line_invalid', `“${bad}” must be a string`);
  const present = [...required, ...optional].filter((name) => line[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, line[name]])) as Record<R, string> &
    Partial<Record<O, string>>;
}

function codeOf(error: unknown): string {
  if (error instanceof ClausewatchError) return error.code;
  if (error instanceof SyntaxError) return 'batch_line_invalid';
  const system = (error as NodeJS.ErrnoException).code;
  return system === 'ENOENT' ? 'file_missing' : typeof system === 'string' ? 'file_unreadable' : 'internal_error';
}
