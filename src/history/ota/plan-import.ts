import type { Instant } from '../../domain/capture.ts';
import type { LogEntry } from '../git/read-log.ts';
import { type CommitNote, type OurNote, parseCommitMessage } from './commit-message.ts';
import { parseTermsPath, type TermsName } from './terms-path.ts';

/** One file in one commit. */
export interface RecordedFile {
  readonly commit: string;
  readonly path: string;
  readonly blob: string;
  readonly capturedAt: Instant;
  readonly kind: CommitNote['kind'];
  readonly ours: OurNote | null;
}

/** What a repository holds of one document, oldest first, each later than the one before. */
export interface DocumentPlan {
  readonly documentId: string;
  readonly files: readonly RecordedFile[];
}

export interface ImportPlan {
  readonly documents: readonly DocumentPlan[];
  /** Terms that no entry of the mapping names, with their number of versions. */
  readonly unmapped: readonly (TermsName & { readonly versions: number })[];
  /** Whether any commit speaks as Open Terms Archive does. */
  readonly speaksOfVersions: boolean;
}

export interface PlanInput {
  readonly log: AsyncIterable<LogEntry>;
  /** The document that holds these terms; null where none does. */
  readonly documentFor: (name: TermsName, ours: OurNote | null) => string | null;
  /** Whether they are wanted. */
  readonly wants: (name: TermsName) => boolean;
}

/** Which version of which file belongs to which document, in order of their dates. */
export async function planImport({ log, documentFor, wants }: PlanInput): Promise<ImportPlan> {
  const documents = new Map<string, RecordedFile[]>();
  const unmapped = new Map<string, TermsName & { versions: number }>();
  // Our export gives a version with the very text of the one before a commit that writes no file.
  const lastOf = new Map<string, LogEntry['files']>();
  let speaksOfVersions = false;
  for await (const { commit, authoredAt, message, files: written } of log) {
    const note = parseCommitMessage(message);
    const id = note.ours?.documentId ?? '';
    const files = written.length > 0 ? written : (lastOf.get(id) ?? []);
    lastOf.set(id, files);
    for (const { path, blob } of files) {
      const name = parseTermsPath(path) ?? parseTermsPath(path.split('/').slice(1).join('/'));
      if (name === null || blob === null) continue;
      speaksOfVersions ||= note.kind !== 'other';
      if (!wants(name)) continue;
      const documentId = documentFor(name, note.ours);
      if (documentId === null) {
        const key = JSON.stringify(name);
        unmapped.set(key, { ...name, versions: (unmapped.get(key)?.versions ?? 0) + 1 });
        continue;
      }
      const capturedAt = note.capturedAt ?? new Date(authoredAt * 1000).toISOString();
      const { kind, ours } = note;
      const list = documents.get(documentId) ?? [];
      list.push({ commit, path, blob, capturedAt, kind, ours });
      documents.set(documentId, list);
    }
  }
  return {
    documents: [...documents].map(([documentId, files]) => ({ documentId, files: inOrder(files) })),
    unmapped: [...unmapped.values()],
    speaksOfVersions,
  };
}

/** By date, as commits need not be in order; of one moment as they were committed, a millisecond apart. */
function inOrder(files: readonly RecordedFile[]): RecordedFile[] {
  let last = Number.NEGATIVE_INFINITY;
  return files
    .toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0))
    .map((file) => {
      last = Math.max(Date.parse(file.capturedAt), last + 1);
      return { ...file, capturedAt: new Date(last).toISOString() };
    });
}
