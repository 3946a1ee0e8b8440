import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openArchive } from '../../harness/open-archive.ts';
import { spawnWriter } from '../../harness/spawn-writer.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const KILLS = 10;
const FILES_OF_A_RESULT = 2;

/** Runs a writer and kills it some time after its `lines`-th report. Returns what it had reported by then. */
async function killAfter(dir: string, lines: number): Promise<string[]> {
  const child = spawnWriter(dir, 1_000_000);
  const exited = once(child, 'exit');
  const reported: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // The last line may be cut.
    if (/^\w+ [0-9a-f]{20}$/.test(line)) reported.push(line);
    if (reported.length !== lines) continue;
    // So that the kill does not always hit the same statement.
    for (let turns = lines % 7; turns > 0; turns -= 1) await setImmediate();
    child.kill('SIGKILL');
  }
  expect((await exited)[1]).toBe('SIGKILL');
  return reported;
}

it('keeps everything it said it kept when it is killed at any moment', async () => {
  const dir = temporaryFolder();
  const reported: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) reported.push(...(await killAfter(dir, 3 + kill * 5)));
  const idsOf = (what: string): string[] =>
    reported.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length + 1));

  const { archive, outbox } = await openArchive(dir);
  const verified = await archive.verify();
  const captured = idsOf('captured');
  expect(captured.length).toBeGreaterThan(80);
  for (const id of captured) {
    const stored = await archive.captureOf(id);
    expect(stored, `capture ${id}`).not.toBeNull();
    if (stored) expect((await archive.bodyOf(stored)).length).toBe(stored.capture.bodyBytes);
  }
  const unjudged = new Set((await archive.unjudged()).map(({ id }) => id));
  expect(idsOf('judged').filter((id) => unjudged.has(id))).toEqual([]);
  expect(verified.captures).toBe(verified.versions + unjudged.size);

  const changes = await archive.changes({});
  const queued = await outbox.list(['queued']);
  const queuedIds = new Set(queued.map(({ id }) => id));
  expect(idsOf('alerted').filter((id) => !queuedIds.has(id))).toEqual([]);
  // One transaction: neither a change without its alert nor an alert without its change.
  expect(queued.map(({ changeId }) => changeId).toSorted()).toEqual(changes.map(({ id }) => id).toSorted());
  expect(verified.orphans.length).toBeLessThanOrEqual(KILLS * FILES_OF_A_RESULT);
});
