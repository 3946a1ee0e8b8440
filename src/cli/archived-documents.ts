import type { Config } from '../config/config.ts';
import { selectDocuments } from '../config/select-documents.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { TermsName } from '../history/ota/terms-path.ts';
import type { Archive } from '../snapshots/archive.ts';

/** A document that is only remembered: of an import, or from sources of before. It has no address to be checked at. */
export function archivedDocument(id: string): WatchedDocument {
  const [platform = id, name = id] = id.split('/');
  return {
    id,
    platform,
    name,
    kind: 'terms',
    urls: [],
    region: 'global',
    language: 'en',
    appliesTo: [platform],
    fetch: 'http',
    select: [],
    remove: [],
    enabled: true,
  };
}

/** The documents that selectors name, those that are only remembered among them. Throws `selector_unknown`. */
export async function selectArchived(
  config: Pick<Config, 'documents'>,
  archive: Archive,
  selectors: readonly string[],
): Promise<readonly WatchedDocument[]> {
  const watched = new Set(config.documents.map(({ id }) => id));
  const remembered = (await archive.documentIds()).filter((id) => !watched.has(id)).map(archivedDocument);
  return selectDocuments({ documents: [...config.documents, ...remembered] }, selectors);
}

/** The id of terms that no mapping names; names without Latin letters get one made of their hash. */
export function documentIdOf({ service, terms }: TermsName): string {
  return `${slugOf(service)}/${slugOf(terms)}`;
}

// Folders are called by it, and Windows keeps these names for devices.
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  // What was left out may be all that tells two names apart.
  const lossy =
    slug === '' ||
    RESERVED.test(slug) ||
    slug.length > 50 ||
    /[^\p{Script=Latin}\p{M}\p{N}\s\p{P}\p{S}]/u.test(plain) ||
    name.includes('#');
  return lossy ? `${slug.slice(0, 40)}-${stableId(name).slice(0, 8)}`.replace(/^-/, 'x-') : slug;
}
