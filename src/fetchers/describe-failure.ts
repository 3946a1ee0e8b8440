import { FAILURE_TABLE } from './failure-table.ts';
import type { FetchFailure } from './fetch-failure.ts';
import type { FetchRequest } from './fetcher.ts';
import { safeText } from './safe-text.ts';

const MAX_URL = 300;

// A password in an address is refused, but must not end in a log for that either.
function printableUrl(text: string): string {
  const url = URL.parse(text.slice(0, 5000));
  if (url === null) return safeText(text.slice(0, 5000).replace(/[^/\\]*@/g, ''), MAX_URL);
  if (url.username === '' && url.password === '') return safeText(text, MAX_URL);
  url.username = '';
  url.password = '';
  return safeText(url.href, MAX_URL);
}

function proxyName(proxy: string): string {
  // Host and port only: the user name and password of the proxy are secrets.
  return safeText(URL.parse(proxy)?.host ?? 'configured', 100);
}

/** One line for a person: which document, which address, what happened, what to do. Safe to print. */
export function describeFailure({ code, facts }: FetchFailure, request: FetchRequest, attempts: number): string {
  const url = printableUrl(request.url);
  const where = facts.url === undefined || facts.url === request.url ? '' : ` at ${printableUrl(facts.url)}`;
  const via = request.proxy === undefined ? '' : ` through the proxy ${proxyName(request.proxy)}`;
  const tries = attempts > 1 ? `, ${attempts} attempts` : '';
  const until =
    facts.retryAt === undefined ? '' : ` It asks to be left alone until ${new Date(facts.retryAt).toISOString()}.`;
  const what = `${safeText(facts.detail, 300)}${where}${via}${tries}`;
  return `${safeText(request.documentId, 100)}: ${url} could not be read: ${what}.${until} ${FAILURE_TABLE[code].advice}`;
}
