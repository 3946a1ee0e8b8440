/** A service and the type of its terms, as Open Terms Archive names them: `Service/Terms of Service.md`. */
export interface TermsName {
  readonly service: string;
  readonly terms: string;
}

/** Null for a file that is no version, such as a readme. */
export function parseTermsPath(path: string): TermsName | null {
  const [service = '', file = '', ...deeper] = path.split('/');
  if (deeper.length > 0 || service === '' || !file.endsWith('.md') || file === '.md') return null;
  return { service, terms: file.slice(0, -'.md'.length) };
}

/** Throws a `RangeError` for names that are no names of files. */
export function formatTermsPath({ service, terms }: TermsName): string {
  return `${fileName(service)}/${fileName(terms)}.md`;
}

// What no file system of ours takes, and what would lead out of the folder.
const NO_NAME = /[/\\\p{Cc}\p{Cf}:*?"<>|]/gu;

function fileName(name: string): string {
  const safe = name.replaceAll(NO_NAME, '-').replace(/^[\s.]+|[\s.]+$/g, '');
  if (safe === '') throw new RangeError(`${JSON.stringify(name)} cannot name a file`);
  return safe.slice(0, 120);
}
