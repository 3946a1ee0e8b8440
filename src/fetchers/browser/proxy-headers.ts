// RFC 9110, 7.6.1 and what browsers send to proxies; "expect" is answered by nobody here.
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function namedByConnection(raw: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() !== 'connection') continue;
    for (const name of (raw[i + 1] ?? '').split(',')) names.add(name.trim().toLowerCase());
  }
  return names;
}

/** Raw header pairs without those meant for this hop only. `host` is left out too: it follows from the vetted URL. */
export function requestHeadersOnward(raw: readonly string[]): string[] {
  const named = namedByConnection(raw);
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? '';
    if (name !== 'host' && !HOP_BY_HOP.has(name) && !named.has(name)) kept.push(raw[i] ?? '', raw[i + 1] ?? '');
  }
  return kept;
}

/** Headers of an answer, fit to be written by Node: hop-by-hop ones left out, bytes as they came. */
export function responseHeadersBack(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name.toLowerCase())) continue;
    // undici reads header bytes as UTF-8, Node writes them as Latin-1.
    kept[name] = [value].flat().map((text) => Buffer.from(text, 'utf8').toString('latin1'));
  }
  return kept;
}
