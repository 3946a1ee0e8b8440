import type { WatchedDocument } from '../domain/source.ts';
import type { Awaiting } from '../snapshots/archive.ts';
import { readStored } from './read-stored.ts';
import type { Stages } from './stages.ts';

/** What awaits confirmation at a URL. `stale`: our code reads pages otherwise since then, so it is read again. */
export async function readAwaiting(
  document: WatchedDocument,
  { url, stale }: { readonly url: string; readonly stale: boolean },
  stages: Stages,
): Promise<Awaiting | null> {
  const found = (await stages.archive.awaitingOf(document.id)).find(({ stored }) => stored.capture.url === url);
  if (found === undefined || !stale) return found ?? null;
  const page = await readStored(document, found.stored, stages);
  // As it is read today it is no policy: as if it had not been seen.
  return page.verdict === 'suspect' ? null : { ...found, page };
}
