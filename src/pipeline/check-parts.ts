import { fetchedVia } from '../domain/capture.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredCapture, Suspect } from '../snapshots/archive.ts';
import { type Brought, bringPage, type Errand, seeStored } from './bring-page.ts';
import { decidePart, holdPart, type JudgedPart, judgePart, type PartPlace } from './judge-part.ts';
import { readKnownParts } from './known-parts.ts';
import { readStored } from './read-stored.ts';
import { settleParts } from './settle-parts.ts';
import type { CheckReport, Stages } from './stages.ts';

/** A document of several URLs: each part is fetched, captured and judged by itself, what holds of all is its text. */
export async function checkParts(document: WatchedDocument, stages: Stages, started: Date): Promise<CheckReport> {
  const known = await readKnownParts(document, stages);
  const judged: JudgedPart[] = [];
  for (const [index, url] of document.urls.entries()) {
    const held = known.held[index] ?? null;
    const place: PartPlace = { document, index, known, now: started.toISOString() };
    const awaits = known.awaiting[index] !== null;
    const errand: Errand = {
      document,
      url,
      rememberedVia: fetchedVia(held?.via ?? null),
      // A 304 would hide that the words held were read otherwise, or what awaits confirmation.
      validators: known.asToday && held?.via === 'http' && !awaits ? held.validators : {},
      newConnection: awaits,
      decide: decidePart(place, stages),
    };
    judged.push(await judgePart(place, await bringPage(errand, stages), stages));
  }
  return settleParts(document, { started, known, judged, origin: 'change' }, stages);
}

/** Judges one capture that a crash left, as a check that saw this part alone. */
export async function resumePart(
  document: WatchedDocument,
  stored: StoredCapture,
  stages: Stages,
  started: Date,
): Promise<CheckReport> {
  const known = await readKnownParts(document, stages);
  const judged: JudgedPart[] = [];
  for (const [index, url] of document.urls.entries()) {
    const place: PartPlace = { document, index, known, now: started.toISOString() };
    let brought: Brought | null = null;
    if (url === stored.capture.url) {
      const seen = await seeStored({ document, decide: decidePart(place, stages) }, stored, stages);
      brought = { kind: 'seen', seen, others: [], note: null };
    }
    judged.push(await judgePart(place, brought, stages));
  }
  // Of a URL that is no part any longer: settled, so that it is not asked about at each start.
  return settleParts(document, { started, known, judged, origin: 'change', leftOver: stored.id }, stages);
}

/** As `acceptSuspect`, for the newest suspect of any part. */
export async function acceptPart(document: WatchedDocument, stages: Stages, started: Date): Promise<CheckReport> {
  const suspect = await newestSuspect(document, stages);
  if (!suspect) {
    throw new ClausewatchError(
      'no_suspect',
      `${document.id}: no part's newest capture is a suspect; nothing to accept`,
    );
  }
  const page = await readStored(document, suspect, stages);
  if (page.blocks.length === 0) {
    const advice = 'look at the page in a browser, and at its address in the sources';
    throw new ClausewatchError('suspect_empty', `${document.id}: no words in the suspect capture; ${advice}`);
  }
  const known = await readKnownParts(document, stages);
  const judged = document.urls.map((url, index): JudgedPart => {
    const awaiting = known.awaiting[index] ?? null;
    const part = { url, held: known.held[index] ?? null, fresh: null, trouble: null, captures: [], awaiting };
    if (url !== suspect.capture.url) return part;
    return {
      ...part,
      awaiting: null,
      fresh: holdPart(suspect, page, true),
      captures: [{ captureId: suspect.id, outcome: 'changed' }],
    };
  });
  return settleParts(document, { started, known, judged, origin: 'accepted-by-hand' }, stages);
}

async function newestSuspect(document: WatchedDocument, { archive }: Stages): Promise<Suspect | null> {
  const found: Suspect[] = [];
  for (const url of document.urls) found.push(...(await archive.suspectsOf(document.id, url)).slice(0, 1));
  const [newest] = found.toSorted((a, b) => (a.capture.fetchedAt < b.capture.fetchedAt ? 1 : -1));
  return newest ?? null;
}
