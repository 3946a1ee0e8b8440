import type { SuspectReason } from '../../domain/block.ts';
import type { Instant } from '../../domain/capture.ts';
import type { EarlierDecision } from '../../domain/imported-text.ts';
import type { Provenance, VersionOrigin } from '../../domain/version.ts';

/** What the message of a commit says of the versions in it. */
export interface CommitNote {
  /** `other`: nothing that Open Terms Archive writes. */
  readonly kind: 'first' | 'change' | 'technical' | 'other';
  /** When it was fetched; null where only the commit's own date tells. */
  readonly capturedAt: Instant | null;
  /** What an archive of ours wrote beside. */
  readonly ours: OurNote | null;
}

export interface OurNote {
  readonly documentId: string;
  readonly decided: EarlierDecision;
  /** When its change was taken for one; null where that was when it was captured. */
  readonly detectedAt: Instant | null;
  /** Set where others had recorded it before. */
  readonly provenance: Provenance | null;
}

const KINDS: readonly (readonly [prefix: RegExp, kind: CommitNote['kind']])[] = [
  [/^(?:First record of|Start tracking) /, 'first'],
  [/^(?:Record new changes of|Update) /, 'change'],
  [/^(?:Apply technical (?:or|and) declaration upgrade on|Apply technical upgrade on|Refilter) /, 'technical'],
];

const REASONS: Readonly<Record<SuspectReason, true>> = {
  'error-page': true,
  'bot-wall': true,
  'login-wall': true,
  'consent-wall': true,
  'empty-shell': true,
  'redirected-away': true,
  'other-language': true,
  shrunk: true,
  grown: true,
  truncated: true,
  'too-complex': true,
  unreadable: true,
  'no-text': true,
};

/** Ids become folders. */
const DOCUMENT_ID = /^[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9][a-z0-9-]{0,63}$/;
const TRAILER = 'X-clausewatch-';

export function parseCommitMessage(message: string): CommitNote {
  const kind = KINDS.find(([prefix]) => prefix.test(message))?.[1] ?? 'other';
  const trailer = (name: string): string | null =>
    new RegExp(`^${TRAILER}${name}: (.*)$`, 'm').exec(message)?.[1]?.trim() ?? null;
  const fetched = trailer('captured-at') ?? /^Fetch(?:ed)?[- ](?:date|at): (\S+)/im.exec(message)?.[1] ?? null;
  return { kind, capturedAt: asInstant(fetched), ours: ourNote(trailer) };
}

function ourNote(trailer: (name: string) => string | null): OurNote | null {
  const documentId = trailer('document');
  if (documentId === null || !DOCUMENT_ID.test(documentId)) return null;
  const suspect = trailer('suspect');
  const reason = suspect !== null && Object.hasOwn(REASONS, suspect) ? (suspect as SuspectReason) : null;
  const [repository, commit, path] = [trailer('source'), trailer('source-commit'), trailer('source-path')];
  return {
    documentId,
    detectedAt: asInstant(trailer('detected-at')),
    decided: reason === null ? { kind: 'version' } : { kind: 'suspect', reason },
    provenance: repository && commit && path ? { repository, commit, path, licence: trailer('source-licence') } : null,
  };
}

function asInstant(written: string | null): Instant | null {
  const time = written === null ? Number.NaN : Date.parse(written);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

export interface WrittenVersion {
  readonly documentId: string;
  readonly capturedAt: Instant;
  /** Of the change it led to, where that is another time. */
  readonly detectedAt?: Instant;
  readonly captureId: string;
  /** Null for a suspect. */
  readonly origin: VersionOrigin | null;
  readonly reason?: SuspectReason;
  readonly isFirst: boolean;
  readonly provenance?: Provenance;
}

/** The message of a commit for one version, as Open Terms Archive would write it, with what it has no place for below. */
export function formatCommitMessage(name: string, version: WrittenVersion): string {
  const { provenance } = version;
  const verb =
    version.origin === 'technical'
      ? 'Apply technical or declaration upgrade on'
      : version.isFirst
        ? 'First record of'
        : 'Record new changes of';
  const trailers: readonly (readonly [string, string | null | undefined])[] = [
    ['document', version.documentId],
    ['captured-at', version.capturedAt],
    ['detected-at', version.detectedAt],
    ['origin', version.origin],
    ['suspect', version.reason],
    ['source', provenance?.repository],
    ['source-commit', provenance?.commit],
    ['source-path', provenance?.path],
    ['source-licence', provenance?.licence],
  ];
  const written = trailers.flatMap(([key, value]) => (value ? [`${TRAILER}${key}: ${oneLine(value)}`] : []));
  return [
    `${verb} ${oneLine(name)}`,
    '',
    `This version was recorded after extracting from snapshot ${version.captureId}`,
    '',
    ...written,
    '',
  ].join('\n');
}

// A line break would begin a trailer of its own.
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
