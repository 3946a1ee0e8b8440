import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { ImportedText } from '../../domain/imported-text.ts';
import type { BlobReader } from '../git/blob-reader.ts';
import type { DocumentPlan, RecordedFile } from './plan-import.ts';

/** A glitch of others may stand for weeks; what a text was followed by later says nothing of it. */
const SOON_MS = 30 * 24 * 3_600_000;

export interface TextsInput {
  readonly plan: DocumentPlan;
  readonly blobs: BlobReader;
  readonly sizes: BlobReader;
  readonly repository: string;
  readonly licence: string | null;
  /** Whether a file of the plan is still to be taken in. */
  readonly isNew: (file: RecordedFile) => boolean;
}

/** The texts of one document, one at a time. Throws `blob_missing` at one that the repository does not hold. */
export async function* recordedTexts(input: TextsInput): AsyncGenerator<ImportedText> {
  const { plan, blobs, sizes, repository, licence, isNew } = input;
  const { files, documentId } = plan;
  const lengths: number[] = [];
  for (const { blob } of files) lengths.push((await sizes.sizeOf(blob)) ?? 0);
  for (const [index, file] of files.entries()) {
    if (!isNew(file)) continue;
    const { commit, path, blob, capturedAt, kind, ours } = file;
    const content = await blobs.read(blob);
    if (content.kind === 'missing') {
      const where = `${path} of ${commit.slice(0, 12)} (${capturedAt.slice(0, 10)})`;
      throw new ClausewatchError(
        'blob_missing',
        `${documentId}: the repository lacks ${where}; fetch it whole (no partial clone) and import again. Versions before it are kept.`,
      );
    }
    const tooLarge = content.kind === 'too-large' ? ({ kind: 'suspect', reason: 'too-complex' } as const) : null;
    yield {
      body: content.kind === 'read' ? content.bytes : new Uint8Array(),
      capturedAt,
      detectedAt: ours?.detectedAt ?? capturedAt,
      provenance: ours?.provenance ?? { repository, commit, path, licence },
      technical: kind === 'technical',
      decided: tooLarge ?? ours?.decided ?? null,
      stoodMs: stoodFor(files, index),
      followedBy: lengths.slice(index + 1, index + 1 + countSoon(files, index)),
    };
  }
}

function stoodFor(files: readonly RecordedFile[], index: number): number | null {
  const [file, next] = [files[index], files[index + 1]];
  return file && next ? Date.parse(next.capturedAt) - Date.parse(file.capturedAt) : null;
}

/** How many texts followed this one soon. */
function countSoon(files: readonly RecordedFile[], index: number): number {
  const until = Date.parse(files[index]?.capturedAt ?? '') + SOON_MS;
  let count = 0;
  while (Date.parse(files[index + 1 + count]?.capturedAt ?? '') <= until) count += 1;
  return count;
}
