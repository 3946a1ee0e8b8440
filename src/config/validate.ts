import type { z } from 'zod';
import type { Violation } from './config-error.ts';
import { formatPath } from './format-path.ts';

export type Validated<T> =
  | { readonly data: T; readonly violations: readonly [] }
  | { readonly data: null; readonly violations: readonly Violation[] };

/** Checks a value of a file against a schema; `at` is where in the file it stands. Every unknown key is one violation. */
export function validate<S extends z.ZodType>(
  schema: S,
  value: unknown,
  { file, at = [] }: { readonly file: string; readonly at?: readonly PropertyKey[] },
): Validated<z.output<S>> {
  const result = schema.safeParse(value, {
    error: ({ input }) => (input === undefined ? 'is required' : undefined),
  });
  if (result.success) return { data: result.data, violations: [] };
  const violations = result.error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== 'unrecognized_keys') return [{ file, path: formatPath(path), message: issue.message }];
    return issue.keys.map((key) => ({ file, path: formatPath([...path, key]), message: 'unknown key' }));
  });
  return { data: null, violations };
}
