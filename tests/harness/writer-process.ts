// Records one document of its own in a loop (each fourth capture stays unjudged, as after a crash) and says on standard
// output what the archive said it kept.
import { stableId } from '../../src/domain/stable-id.ts';
import type { StoredVersion } from '../../src/snapshots/archive.ts';
import { openSqliteArchive } from '../../src/storage/sqlite/open-sqlite-archive.ts';
import {
  minute,
  sampleBody,
  sampleCapture,
  sampleChange,
  sampleCheck,
  sampleResult,
  sampleRow,
  sampleVersion,
} from './archive-samples.ts';

const [dir = '', times = '0'] = process.argv.slice(2);
const documentId = `acme/privacy-${process.pid}`;
const { archive, close } = await openSqliteArchive({ dir });
let current: StoredVersion | null = null;

for (let n = 0; n < Number(times); n += 1) {
  const text = `Text ${n} of process ${process.pid}. `.repeat(200);
  const body = sampleBody(text);
  const captureId = await archive.recordCapture(documentId, sampleCapture(minute(n), body), body);
  process.stdout.write(`captured ${captureId}\n`);
  if (n % 4 === 3) continue;
  const number: number = (current?.version.number ?? 0) + 1;
  const next = sampleVersion({ documentId, text, at: minute(n), captureId, number });
  const change = current && sampleChange(current.version, next.version);
  const outbox = change ? [sampleRow(stableId(change.id, 'everything'), minute(n), change.id)] : [];
  const check = sampleCheck(minute(n), change ? 'changed' : 'first', { documentId, changeId: change?.id ?? null });
  await archive.recordResult(sampleResult(check, { captureId, versions: [next], change, outbox }));
  process.stdout.write(`judged ${captureId}\n`);
  for (const { id } of outbox) process.stdout.write(`alerted ${id}\n`);
  current = next;
}
await close();
