import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Violation } from './config-error.ts';
import { formatPath } from './format-path.ts';

export interface ParsedFile {
  /** Undefined when the text is not JSON. */
  readonly value: unknown;
  readonly violations: readonly Violation[];
}

/**
 * Reads JSON with comments and trailing commas. Errors carry line and column (both from 1). A key given twice is an
 * error too: the parser would silently keep one of the two.
 */
export function parseJsonc(text: string, file: string): ParsedFile {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !tree) {
    const found = errors.map((error) => ({
      file,
      path: '',
      message: `${placeOf(source, error.offset)}: ${describe(error)}`,
    }));
    return { value: undefined, violations: found.length > 0 ? found : [{ file, path: '', message: 'is empty' }] };
  }
  const violations = badKeys(tree, []).map(({ path, offset, reason }) => ({
    file,
    path: formatPath(path),
    message: `${reason} (${placeOf(source, offset)})`,
  }));
  return { value: violations.length > 0 ? undefined : getNodeValue(tree), violations };
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

// "CommaExpected" → "comma expected"
function describe(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

interface BadKey {
  readonly path: readonly (string | number)[];
  readonly offset: number;
  readonly reason: string;
}

function badKeys(node: Node, path: readonly (string | number)[]): BadKey[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => badKeys(child, [...path, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap(({ offset, children: pair = [] }) => {
    const key = String(pair[0]?.value);
    const here = [...path, key];
    // As a property this name would replace the object's prototype and so slip past the check for unknown keys.
    if (key === '__proto__') return [{ path: here, offset, reason: 'unknown key' }];
    const twice = seen.has(key) ? [{ path: here, offset, reason: 'this key is given twice' }] : [];
    seen.add(key);
    return pair[1] ? [...twice, ...badKeys(pair[1], here)] : twice;
  });
}
