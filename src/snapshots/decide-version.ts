import type { ExtractedPage } from '../domain/block.ts';
import type { Version, VersionDecision } from '../domain/version.ts';
import { landsElsewhere } from './lands-elsewhere.ts';
import { wordsOf } from './words-of.ts';

/**
 * A text with less than this share of the current words is rather a broken page than a new policy. In 6,200 steps of
 * real histories nearly all that shrank further were truncated captures, error pages or another page; the closest
 * honest ones, pages that had shown an old and a new text together and dropped one, kept 46 % and more.
 */
export const LEAST_SHARE = 0.4;

/**
 * A text with more than this many times the current words is rather a page that repeats itself. Honest growth up to
 * five times is common (a short notice becomes a policy), and what people most want to hear of arrives that way.
 */
export const MOST_TIMES = 6;

/** Below this size growth is judged never: a short text that grows is a short capture that recovers. */
const GROWTH_FROM_WORDS = 1_000;

/** What is known of an accepted text: of a version, or of one part of a document. */
export interface AcceptedText {
  readonly version: Pick<Version, 'hash' | 'language' | 'words' | 'origin'>;
}

export interface DecideVersionInput {
  readonly page: ExtractedPage;
  /** The accepted text so far. */
  readonly current: AcceptedText | null;
  /** The newest version of the document with the hash of `page`. */
  readonly knownVersion: Version | null;
  /** Where the request went and where it ended; left out where there was no request. */
  readonly url?: string;
  readonly finalUrl?: string;
  /** The accepted text was recorded by others, who may have kept more of the page, or less, than is read here. */
  readonly byOthers?: boolean;
}

/**
 * What a reading is to its document. A suspect is kept and never compared. Words that were accepted once are accepted
 * again whatever their size or language: a return to an earlier text is news, not a defect.
 */
export function decideVersion(input: DecideVersionInput): VersionDecision {
  const { page, current, knownVersion, url, finalUrl } = input;
  if (page.verdict === 'suspect' && !acceptedByHand(page, current))
    return { kind: 'suspect', reason: page.reason ?? 'unreadable' };
  if (current?.version.hash === page.hash) return { kind: 'unchanged' };
  if (current && knownVersion) return { kind: 'new-version', revertsTo: knownVersion.id };
  if (url && finalUrl && landsElsewhere(url, finalUrl)) return { kind: 'suspect', reason: 'redirected-away' };
  if (!current) return { kind: 'first' };
  if (input.byOthers) return { kind: 'new-version', revertsTo: null };
  return decideBySimilarity(page, current);
}

/** A person has said of these very words that they are the policy, whatever they look like. */
function acceptedByHand(page: ExtractedPage, current: AcceptedText | null): boolean {
  return current?.version.origin === 'accepted-by-hand' && current.version.hash === page.hash;
}

function decideBySimilarity(page: ExtractedPage, current: AcceptedText): VersionDecision {
  if (otherLanguage(page.language, current.version.language)) return { kind: 'suspect', reason: 'other-language' };
  const before = current.version.words;
  const after = wordsOf(page);
  if (after < before * LEAST_SHARE) return { kind: 'suspect', reason: 'shrunk' };
  if (before >= GROWTH_FROM_WORDS && after > before * MOST_TIMES) return { kind: 'suspect', reason: 'grown' };
  return { kind: 'new-version', revertsTo: null };
}

function otherLanguage(after: string, before: string): boolean {
  return after !== 'und' && before !== 'und' && primarySubtag(after) !== primarySubtag(before);
}

function primarySubtag(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? '';
}
