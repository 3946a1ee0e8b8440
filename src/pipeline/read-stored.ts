import type { ExtractedPage } from '../domain/block.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredCapture } from '../snapshots/archive.ts';
import type { Stages } from './stages.ts';

/** Reads a capture as it would be read today. `body` is taken from the archive unless it is at hand. */
export async function readStored(
  document: WatchedDocument,
  stored: StoredCapture,
  stages: Stages,
  body?: Uint8Array,
): Promise<ExtractedPage> {
  const { id: documentId, select, remove } = document;
  const { finalUrl: url, contentType } = stored.capture;
  const bytes = body ?? (await stages.archive.bodyOf(stored));
  return stages.extractor.extract({ documentId, url, contentType, body: bytes, select, remove });
}
