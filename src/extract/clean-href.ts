const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Query parameters that say who looks or where they came from, never what is looked at: those of analytics and mailing
 * tools. A page adds them per request, also inside its text.
 */
const TRACKING =
  /^(?:utm_\w+|mc_[ce]id|[a-z]{1,4}clid|gclsrc|_ga|_gl|_hs\w+|hs\w*tracking|mkt_tok|trk\w*|ref_?src|igsh\w*|si|s_?cid|cmpid|ocid|wt\.mc_id|visit_id|session_?id|sid|did|[\w-]+-did)$/i;

/** Values made by a machine for one request: UUIDs, long hexadecimal or decimal runs. */
const RANDOM_VALUE =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,}|\d{15,}(?:-\d+)?)$/i;

/** The address a link leads to, without what only tracks; null where it leads nowhere a person could go. */
export function cleanHref(href: string, base: string): string | null {
  const trimmed = href.trim();
  if (trimmed === '') return null;
  const local = isLocal(base);
  const url = URL.parse(trimmed, local ? undefined : base);
  if (url === null) return local && !/^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:/iu.test(trimmed) ? trimmed : null;
  if (!SCHEMES.has(url.protocol)) return null;
  for (const [name, value] of [...url.searchParams]) {
    if (TRACKING.test(name) || RANDOM_VALUE.test(value)) url.searchParams.delete(name);
  }
  return url.href;
}

/** A file on this machine is no place for others to go: its links stay as they are written. */
export function isLocal(base: string): boolean {
  return base === '' || base.startsWith('file:');
}
