import type { SuspectReason } from '../../domain/block.ts';
import type { FetchFailureCode } from '../../domain/capture.ts';
import type { FetchMode } from '../../domain/source.ts';

export type FetchWay = 'http' | 'browser';

/** What one way brought within this check. */
export interface FetchAttempt {
  readonly via: FetchWay;
  readonly verdict: 'document' | 'suspect' | 'failed';
  /** Why it is no document: the page's judgement, or the code of the failure. */
  readonly reason?: SuspectReason | FetchFailureCode;
}

export interface FetchPlan {
  readonly mode: FetchMode;
  /** How the current version was read; null before the first. */
  readonly rememberedVia: FetchWay | null;
  readonly previousAttempt?: FetchAttempt;
}

/** What plain HTTP is shown in place of a text that a browser may be shown. */
const BROWSER_MAY_HELP: ReadonlySet<string> = new Set<SuspectReason | FetchFailureCode>([
  'empty-shell',
  'bot-wall',
  'consent-wall',
  'redirected-away',
  'shrunk',
  'truncated',
  'empty_body',
  'http_forbidden',
  'too_many_redirects',
]);

/** What the browser cannot read and HTTP can: a download, or no browser at all. */
const HTTP_MAY_HELP: ReadonlySet<string> = new Set<FetchFailureCode>(['unsupported_content_type', 'browser_missing']);

/**
 * The way to fetch next, or null when what there is stands. `auto` begins as the current version was read, tries the
 * other way at most once, and what was accepted is remembered by the version itself.
 */
export function planFetch({ mode, rememberedVia, previousAttempt }: FetchPlan): FetchWay | null {
  const first = mode === 'auto' ? (rememberedVia ?? 'http') : mode;
  if (previousAttempt === undefined) return first;
  const { via, verdict, reason } = previousAttempt;
  if (mode !== 'auto' || via !== first || verdict === 'document' || reason === undefined) return null;
  if (via === 'http') return BROWSER_MAY_HELP.has(reason) ? 'browser' : null;
  return HTTP_MAY_HELP.has(reason) ? 'http' : null;
}
