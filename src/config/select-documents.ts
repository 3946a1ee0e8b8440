import { distance } from 'fastest-levenshtein';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { matchSelector, matchSelectors } from '../domain/match-selector.ts';
import type { WatchedDocument } from '../domain/source.ts';

const SUGGESTIONS = 3;

/**
 * The documents that selectors name, in the order of the configuration; without selectors, all that are enabled. One
 * that is switched off is taken only by its own full id.
 *
 * @throws {ClausewatchError} `selector_unknown` when a selector names nothing; says what comes nearest.
 */
export function selectDocuments(
  config: { readonly documents: readonly WatchedDocument[] },
  selectors: readonly string[],
): readonly WatchedDocument[] {
  const { documents } = config;
  for (const selector of selectors) {
    const nearest = nearestSelectors(documents, selector);
    if (nearest) throw new ClausewatchError('selector_unknown', `"${selector}" names no document; ${nearest}`);
  }
  const enabled = documents.filter((document) => document.enabled);
  if (selectors.length === 0) return enabled;
  const exact = new Set(selectors.map((selector) => selector.trim().toLowerCase()));
  return documents.filter(
    (document) => exact.has(document.id) || (document.enabled && matchSelectors(selectors, document)),
  );
}

/** Null when the selector names a document; otherwise a hint at the nearest names. */
export function nearestSelectors(documents: readonly WatchedDocument[], selector: string): string | null {
  if (documents.some((document) => matchSelector(selector, document))) return null;
  const names = selector.includes('/')
    ? documents.map(({ id }) => id)
    : [...new Set(documents.flatMap(({ appliesTo }) => appliesTo))];
  const wanted = selector.trim().toLowerCase();
  const nearest = names
    .map((name) => ({ name, far: distance(wanted, name) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTIONS);
  return nearest.length === 0 ? 'nothing is watched' : `nearest: ${nearest.map(({ name }) => name).join(', ')}`;
}
