import type { ExtractedPage, SuspectReason } from '../domain/block.ts';
import type { ImportedText } from '../domain/imported-text.ts';
import type { Version, VersionDecision } from '../domain/version.ts';
import type { StoredVersion } from './archive.ts';
import { MAY_BE_TRUE, SUSPECT_LEAST_MS } from './decide-suspect.ts';
import { decideVersion, LEAST_SHARE, MOST_TIMES } from './decide-version.ts';

export interface DecideImportedInput {
  readonly text: Pick<ImportedText, 'technical' | 'decided' | 'stoodMs' | 'followedBy'>;
  readonly page: ExtractedPage;
  readonly current: StoredVersion | null;
  readonly knownVersion: Version | null;
}

/**
 * What a text that others recorded is to its document, as `decideVersion` with the hindsight that a history offers: a
 * text doubted only for its size or language is taken where it stood as long as a live one would have to be seen for,
 * unless the document soon came back to about the size it had.
 */
export function decideImported({ text, page, current, knownVersion }: DecideImportedInput): VersionDecision {
  if (text.decided?.kind === 'suspect') return text.decided;
  const accepted = text.decided?.kind === 'version';
  const judged: ExtractedPage = accepted ? { ...page, verdict: 'policy' } : page;
  // Where they changed how they read, size and language may well be others.
  const decision = decideVersion({ page: judged, current, knownVersion, byOthers: text.technical || accepted });
  // An archive of ours that held the same words twice had a reason: the second were the first capture of its own.
  if (decision.kind === 'unchanged' && accepted) return { kind: 'new-version', revertsTo: null };
  if (decision.kind !== 'suspect' || current === null || !MAY_BE_TRUE.includes(decision.reason)) return decision;
  const stood = text.stoodMs === null || text.stoodMs >= SUSPECT_LEAST_MS;
  if (!stood || comesBack(decision.reason, text.followedBy, current)) return decision;
  return { kind: 'new-version', revertsTo: null };
}

function comesBack(reason: SuspectReason, followedBy: readonly number[], { page }: StoredVersion): boolean {
  const before = Buffer.byteLength(page.markdown);
  if (reason === 'shrunk') return followedBy.some((bytes) => bytes >= before * LEAST_SHARE);
  return reason === 'grown' && followedBy.some((bytes) => bytes <= before * MOST_TIMES);
}
