import { isIP } from 'node:net';
import { isGloballyRoutable, isLoopback } from './address-guard.ts';
import { BAD_PORTS } from './bad-ports.ts';
import { FetchFailure } from './fetch-failure.ts';

export interface TargetRules {
  readonly allowedPorts: readonly number[];
  /** Tests and the demo: loopback addresses may be used, on any port. */
  readonly allowLoopback: boolean;
}

// Longer ones are attacks on whoever handles them; the longest policy address known has 300 characters.
const MAX_URL = 4096;

/** The one URL parser. Fragments are dropped: they are never sent. Throws `url_invalid`. */
export function parseTarget(text: string, base?: URL): URL {
  const url = text.length <= MAX_URL ? URL.parse(text, base?.href) : null;
  if (!url || url.href.length > MAX_URL) throw new FetchFailure('url_invalid', { detail: 'this is no URL', url: text });
  url.hash = '';
  return url;
}

/** The host of a URL as resolver and socket know it: an IPv6 literal without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port of a URL, also where it is the scheme's own. */
export function portOf(url: { readonly port: string; readonly protocol: string }): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

export function isPermitted(address: string, rules: TargetRules): boolean {
  return isGloballyRoutable(address) || (rules.allowLoopback && isLoopback(address));
}

function isLoopbackName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/.test(host);
}

/**
 * What can be told without resolving the name: scheme, user name, literal address, port. Throws a `FetchFailure`.
 * `proxied`: the proxy resolves the name, so that nothing is checked later.
 */
export function checkTarget(url: URL, rules: TargetRules, proxied: boolean): void {
  const refuse = (code: 'scheme_forbidden' | 'url_invalid' | 'address_forbidden' | 'port_forbidden', detail: string) =>
    new FetchFailure(code, { detail, url: url.href });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refuse('scheme_forbidden', `the scheme ${url.protocol} is not allowed`);
  }
  if (url.username !== '' || url.password !== '') throw refuse('url_invalid', 'it carries a user name or password');
  const host = hostOf(url);
  // No name, but what resolvers of old, a proxy's among them, read as the address in front of the dots.
  if (/^\.|\.\./.test(host)) throw refuse('url_invalid', 'its host is no name');
  const literal = isIP(host) !== 0;
  if (literal && !isPermitted(host, rules)) throw refuse('address_forbidden', `${host} is no public address`);
  const local = literal ? isLoopback(host) : isLoopbackName(host);
  if (local && !rules.allowLoopback) throw refuse('address_forbidden', `${host} is this machine`);
  if (BAD_PORTS.has(portOf(url))) throw refuse('port_forbidden', `port ${portOf(url)} belongs to another protocol`);
  if (local || rules.allowedPorts.includes(portOf(url))) return;
  // A name may still lead to loopback, where any port will do: the connector decides when it knows the address.
  if (!rules.allowLoopback || literal || proxied) throw refuse('port_forbidden', `port ${portOf(url)} is not allowed`);
}
