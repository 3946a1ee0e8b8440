import { formatTermsPath, parseTermsPath, type TermsName } from '../ota/terms-path.ts';

export interface NamedDocument {
  readonly id: string;
  /** As Open Terms Archive calls it, where that is known. */
  readonly known: TermsName | null;
  /** As we call it. */
  readonly ours: TermsName;
}

/** Gives each document one name that no other has, and texts that were imported the name they came with. */
export function termsNames(documents: readonly NamedDocument[]): (id: string, path: string | null) => TermsName {
  const taken = new Map<string, string>();
  const names = new Map<string, TermsName>();
  const isFree = (name: TermsName, id: string): boolean => (taken.get(keyOf(name)) ?? id) === id;
  // Those that are known elsewhere first: their names are not ours to change.
  for (const { id, known } of documents) {
    if (known === null || !isFree(known, id)) continue;
    taken.set(keyOf(known), id);
    names.set(id, known);
  }
  for (const { id, ours } of documents) {
    if (names.has(id)) continue;
    const name = isFree(ours, id) ? ours : { ...ours, terms: `${ours.terms} (${id.replace('/', ' ')})` };
    taken.set(keyOf(name), id);
    names.set(id, name);
  }
  return (id, path) => {
    const came = path === null ? null : parseTermsPath(path.split('/').slice(-2).join('/'));
    if (came !== null && isFree(came, id)) return came;
    const [service = id, terms = id] = id.split('/');
    return names.get(id) ?? { service, terms };
  };
}

function keyOf(name: TermsName): string {
  // Some file systems know no case.
  return formatTermsPath(name).toLowerCase();
}
