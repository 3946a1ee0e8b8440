import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../src/notify/outbox.ts';
import type { AcceptedPart, Archive, Awaiting, CheckResult } from '../../src/snapshots/archive.ts';
import {
  DOCUMENT_ID,
  minute,
  recordChange,
  recordFirst,
  sampleBody,
  sampleCapture,
  sampleChange,
  sampleCheck,
  sampleImports,
  samplePage,
  sampleResult,
  sampleRow,
  sampleVersion,
} from '../harness/archive-samples.ts';

interface ArchiveSubject {
  readonly archive: Archive;
  readonly outbox: Outbox;
  /** The same archive seen by another process, which is also what a crash leaves to the next start. */
  readonly second: () => Promise<{ readonly archive: Archive; readonly outbox: Outbox }>;
}

type Open = () => Promise<ArchiveSubject>;

export function archiveContract(name: string, open: Open): void {
  describe(`archive: ${name}`, () => {
    describe('captures', () => capturesContract(open));
    describe('results', () => resultsContract(open));
    describe('what is kept of raw pages', () => retentionContract(open));
    describe('suspects', () => suspectsContract(open));
    describe('what is remembered of documents', () => statesContract(open));
    describe('parts', () => partsContract(open));
    describe('words that await confirmation', () => awaitingContract(open));
    describe('imports', () => importsContract(open));
    describe('questions', () => questionsContract(open));
    describe('leases', () => leasesContract(open));
  });
}

async function recordUnchanged(archive: Archive, text: string, at: number): Promise<string> {
  const body = sampleBody(text);
  const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(at), body), body);
  await archive.recordResult(sampleResult(sampleCheck(minute(at), 'unchanged'), { captureId }));
  return captureId;
}

async function bodyText(archive: Archive, captureId: string): Promise<string> {
  const stored = await archive.captureOf(captureId);
  if (!stored) throw new Error(`no capture ${captureId}`);
  return Buffer.from(await archive.bodyOf(stored)).toString();
}

function importsContract(open: Open): void {
  it('keeps version, change, origin and bytes of what was imported in one piece, and once', async () => {
    const { archive, second } = await open();
    const [first, next] = sampleImports();
    for (const record of [first, next, first, next]) await archive.recordImport(record);
    const other = (await second()).archive;
    const { provenance } = first;
    expect(await other.importsOf(DOCUMENT_ID)).toEqual([
      { commit: provenance.commit, path: provenance.path, capturedAt: minute(1) },
      { commit: next.provenance.commit, path: provenance.path, capturedAt: minute(2) },
    ]);
    expect(await other.versionsOf(DOCUMENT_ID)).toEqual([next.version?.version, first.version?.version]);
    expect((await other.versionsOf(DOCUMENT_ID))[1]).toMatchObject({ origin: 'imported', provenance });
    expect(await other.changes({})).toEqual([next.change]);
    const outlines = await other.changeOutlines({});
    expect(outlines).toMatchObject([{ id: next.change?.id, classification: next.change?.classification }]);
    expect(outlines[0]).not.toHaveProperty('redline');
    expect(await bodyText(other, first.captureId)).toBe(Buffer.from(first.body).toString());
    expect(await other.documentIds()).toEqual([DOCUMENT_ID]);
    expect(await other.unjudged()).toEqual([]);
    expect(await other.verify()).toMatchObject({ versions: 2, captures: 2, orphans: [] });
  });

  it('puts a version before another, with all that follows from it', async () => {
    const { archive, second } = await open();
    const [first, next] = sampleImports();
    const [one, two] = [first.version, next.version];
    if (!one || !two || !next.change) throw new Error('the samples are versions');
    const { change: _, ...alone } = next;
    await archive.recordImport({ ...alone, version: { ...two, version: { ...two.version, number: 1 } } });
    const rewritten = [{ ...two.version, origin: 'origin-change' }] as const;
    const record = { ...first, following: { rewritten, change: next.change, replaces: null } };
    for (const again of [record, record]) await archive.recordImport(again);
    const other = (await second()).archive;
    expect(await other.versionsOf(DOCUMENT_ID)).toEqual([...rewritten, one.version]);
    expect((await other.changes({})).map(({ id }) => id)).toEqual([next.change.id]);
    expect(await other.verify()).toMatchObject({ versions: 2, orphans: [] });

    const replaced = { ...next.change, id: 'other' };
    const middle = { ...one.version, id: 'middle', hash: 'middle', number: 2, capturedAt: minute(1.5) };
    await archive.recordImport({
      ...first,
      captureId: 'middle',
      provenance: { ...first.provenance, commit: 'middle' },
      version: { ...one, version: { ...middle, captureId: 'middle' } },
      following: { rewritten: [], change: replaced, replaces: next.change.id },
    });
    expect((await other.versionsOf(DOCUMENT_ID)).map(({ number }) => number)).toEqual([3, 2, 1]);
    expect((await other.changes({})).map(({ id }) => id)).toEqual(['other']);
  });

  it('knows which changes a check found', async () => {
    const { archive } = await open();
    for (const record of sampleImports()) await archive.recordImport(record);
    expect(await archive.changesOfChecks(DOCUMENT_ID)).toEqual([]);
    const [change] = await archive.changes({});
    const check = { ...sampleCheck(minute(5), 'changed'), changeId: change?.id ?? null };
    await archive.recordResult(sampleResult(check, {}));
    expect(await archive.changesOfChecks(DOCUMENT_ID)).toEqual([change?.id]);
  });

  it('keeps suspects of an import apart from those that wait for somebody to accept them', async () => {
    const { archive } = await open();
    const [first] = sampleImports();
    const { version: _, ...rest } = first;
    await archive.recordImport({ ...rest, outcome: 'suspect', reason: 'bot-wall', pageHash: 'h' });
    expect(await archive.allSuspectsOf(DOCUMENT_ID)).toMatchObject([{ reason: 'bot-wall', pageHash: 'h' }]);
    expect(await archive.suspectsOf(DOCUMENT_ID)).toEqual([]);
  });

  it('keeps no bytes of what says nothing new', async () => {
    const { archive } = await open();
    const [first] = sampleImports();
    const { version: _, ...rest } = first;
    await archive.recordImport({ ...rest, outcome: 'unchanged' });
    await expect(bodyText(archive, first.captureId)).rejects.toMatchObject({ code: 'content_missing' });
    expect(await archive.importsOf(DOCUMENT_ID)).toHaveLength(1);
  });
}

function capturesContract(open: Open): void {
  it('finds after a crash what was captured and not judged, oldest first, with its bytes', async () => {
    const { archive, second } = await open();
    for (const at of [3, 1, 2]) {
      const body = sampleBody(`text ${at}`);
      await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(at), body), body);
    }
    const next = (await second()).archive;
    const left = await next.unjudged();
    expect(left.map(({ capture }) => capture.fetchedAt)).toEqual([minute(1), minute(2), minute(3)]);
    expect(left[0]?.capture).toEqual(sampleCapture(minute(1), sampleBody('text 1')));
    expect(await bodyText(next, left[0]?.id ?? '')).toBe(Buffer.from(sampleBody('text 1')).toString());
  });

  it('gives one capture one id, however often it is recorded', async () => {
    const { archive } = await open();
    const body = sampleBody('a');
    const ids = [1, 2].map(() => archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(1), body), body));
    expect(new Set(await Promise.all(ids)).size).toBe(1);
    expect(await archive.unjudged()).toHaveLength(1);
  });

  it('keeps a capture of bytes that are stored already without them, judged with its check', async () => {
    const { archive, second } = await open();
    const { stored } = await recordFirst(archive, 'a', 1);
    const source = await archive.captureOf(stored.version.captureId);
    const bytes = Buffer.from(await bodyText(archive, stored.version.captureId));
    expect(await archive.keeps(source?.bodySha256 ?? '')).toBe(true);
    expect(await archive.keeps('0'.repeat(64))).toBe(false);
    const held = sampleCapture(minute(2), bytes);
    await archive.recordResult(sampleResult(sampleCheck(minute(2), 'unchanged'), { held }));
    const next = (await second()).archive;
    expect(await next.unjudged()).toEqual([]);
    expect(await next.verify()).toEqual({ versions: 1, captures: 2, orphans: [] });
    expect(await bodyText(next, stored.version.captureId)).toBe(bytes.toString());
    expect(await next.status([DOCUMENT_ID])).toMatchObject([{ verifiedUntil: minute(2) }]);
  });

  it('knows no capture that was never recorded', async () => {
    const { archive } = await open();
    expect(await archive.captureOf('nothing')).toBeNull();
  });
}

function resultsContract(open: Open): void {
  it('gives back version, change, alert and validators exactly as recorded', async () => {
    const { archive, outbox, second } = await open();
    const first = await recordFirst(archive, 'We do not train models.', 1);
    const changed = await recordChange(archive, first.stored.version, { text: 'We train models.', at: 2 });
    const next = (await second()).archive;
    expect(await next.latest(DOCUMENT_ID)).toEqual(changed.stored);
    expect(await next.version(first.stored.version.id)).toEqual(first.stored);
    expect(await next.change(changed.change.id)).toEqual(changed.change);
    expect(await next.validatorsOf(DOCUMENT_ID)).toEqual({ etag: '"2"' });
    expect(await next.unjudged()).toEqual([]);
    expect(await outbox.list(['queued'])).toMatchObject(changed.result.outbox);
  });

  it('changes nothing when the same result is recorded again', async () => {
    const { archive, outbox } = await open();
    const first = await recordFirst(archive, 'We do not train models.', 1);
    const changed = await recordChange(archive, first.stored.version, { text: 'We train models.', at: 2 });
    const [row] = await outbox.claimDue({ owner: 'a', now: minute(3), until: minute(4), limit: 1 });
    await outbox.settle(row?.id ?? '', { kind: 'delivered', at: minute(3), answer: '250 ok' });
    const before = await everything(archive, outbox);
    await archive.recordResult(changed.result);
    await archive.recordResult(first.result);
    expect(await everything(archive, outbox)).toEqual(before);
  });

  it('lets an old result that is recorded again undo nothing that came later', async () => {
    const { archive } = await open();
    const record = async (at: number): Promise<{ captureId: string; result: CheckResult }> => {
      const body = sampleBody(`Text. <!-- ${at} -->`);
      const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(at), body), body);
      const validators = { etag: `"${at}"` };
      const result = sampleResult(sampleCheck(minute(at), 'unchanged'), { captureId, validators });
      await archive.recordResult(result);
      return { captureId, result };
    };
    const [older, newer] = [await record(1), await record(2)];
    await archive.recordResult(older.result);
    expect(await archive.validatorsOf(DOCUMENT_ID)).toEqual({ etag: '"2"' });
    expect(await bodyText(archive, newer.captureId)).toContain('<!-- 2 -->');
  });

  it('keeps nothing at all of a result of which one part cannot be kept', async () => {
    const { archive, outbox } = await open();
    const first = await recordFirst(archive, 'We do not train models.', 1);
    const body = sampleBody('We train models.');
    const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(2), body), body);
    const before = await everything(archive, outbox);
    const good = sampleVersion({ text: 'We train models.', at: minute(2), captureId, number: 2 });
    const clash = sampleVersion({ text: 'Something else.', at: minute(3), captureId, number: 1 });
    const change = sampleChange(first.stored.version, good.version);
    const result = sampleResult(sampleCheck(minute(2), 'changed', { changeId: change.id }), {
      ...{ captureId, change, versions: [good, clash], outbox: [sampleRow('alert', minute(2), change.id)] },
    });
    await expect(archive.recordResult(result)).rejects.toMatchObject({ code: 'storage_conflict' });
    expect(await everything(archive, outbox)).toEqual(before);
    expect(await archive.unjudged()).toHaveLength(1);
  });

  it('refuses one of two processes that both record the next version', async () => {
    const { archive, second } = await open();
    const other = (await second()).archive;
    const first = await recordFirst(archive, 'Text.', 1);
    await recordChange(archive, first.stored.version, { text: 'We train models.', at: 2 });
    const late = recordChange(other, first.stored.version, { text: 'We train models, too.', at: 3 });
    await expect(late).rejects.toMatchObject({ code: 'storage_conflict' });
    expect((await archive.versionsOf(DOCUMENT_ID)).map(({ number }) => number)).toEqual([2, 1]);
    expect(await archive.unjudged(), 'the capture is judged at the next start').toHaveLength(1);
  });

  it('takes a new reading of a known version without making another one', async () => {
    const { archive } = await open();
    const { captureId, stored } = await recordFirst(archive, 'Same words.', 1);
    const page = {
      ...stored.page,
      blocks: [...stored.page.blocks, ...stored.page.blocks],
      markdown: '# Read better\n',
    };
    const reread = { version: { ...stored.version, fingerprint: 'reader-2' }, page };
    await archive.recordResult(sampleResult(sampleCheck(minute(2), 'unchanged'), { versions: [reread] }));
    expect(await archive.latest(DOCUMENT_ID)).toEqual(reread);
    expect(await archive.versionsOf(DOCUMENT_ID)).toHaveLength(1);
    expect((await archive.verify()).orphans).toEqual([]);
    expect(await bodyText(archive, captureId)).toContain('Same words.');
  });

  it('lets a version take over the capture by which its words come from now on, and keeps both raw pages', async () => {
    const { archive } = await open();
    const { captureId, stored } = await recordFirst(archive, 'Same words.', 1);
    const body = sampleBody('Same words. <!-- by a browser -->');
    const moved = await archive.recordCapture(DOCUMENT_ID, { ...sampleCapture(minute(2), body), via: 'browser' }, body);
    const version = { ...stored.version, fingerprint: 'by a browser', captureId: moved };
    const result = sampleResult(sampleCheck(minute(2), 'unchanged'), {
      captureId: moved,
      versions: [{ ...stored, version }],
    });
    await archive.recordResult(result);
    expect((await archive.latest(DOCUMENT_ID))?.version).toEqual(version);
    await recordUnchanged(archive, 'Same words. <!-- later -->', 3);
    expect(await bodyText(archive, moved)).toContain('by a browser');
    expect(await bodyText(archive, captureId)).toContain('Same words.');
  });

  it('keeps the words of a technical reading beside the one it corrects', async () => {
    const { archive } = await open();
    const { captureId, stored } = await recordFirst(archive, 'Cookie banner. Text.', 1);
    const reading = {
      text: 'Text.',
      at: minute(1),
      captureId,
      number: 2,
      origin: 'technical',
      fingerprint: 'reader-2',
    } as const;
    const reread = sampleVersion(reading);
    await archive.recordResult(sampleResult(sampleCheck(minute(2), 'technical'), { versions: [reread] }));
    expect(await archive.version(stored.version.id)).toEqual(stored);
    expect(await archive.latest(DOCUMENT_ID)).toEqual(reread);
    expect(await archive.changes({})).toEqual([]);
  });

  it('keeps validators that a later check does not mention', async () => {
    const { archive } = await open();
    const both = { etag: '"a"', lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT' };
    await archive.recordResult(sampleResult(sampleCheck(minute(1), 'unchanged'), { validators: both }));
    await archive.recordResult(sampleResult(sampleCheck(minute(2), 'failed', { code: 'timeout' })));
    expect(await archive.validatorsOf(DOCUMENT_ID)).toEqual(both);
    await archive.recordResult(sampleResult(sampleCheck(minute(3), 'unchanged'), { validators: {} }));
    expect(await archive.validatorsOf(DOCUMENT_ID)).toEqual({});
    expect(await archive.validatorsOf('acme/terms')).toEqual({});
  });
}

async function everything(archive: Archive, outbox: Outbox): Promise<unknown> {
  return {
    versions: await archive.versionsOf(DOCUMENT_ID),
    latest: await archive.latest(DOCUMENT_ID),
    changes: await archive.changes({}),
    status: await archive.status([DOCUMENT_ID]),
    validators: await archive.validatorsOf(DOCUMENT_ID),
    unjudged: await archive.unjudged(),
    // Files may be left over: a row that names them is what counts.
    verified: { ...(await archive.verify()), orphans: null },
    outbox: await outbox.list(['queued', 'delivered', 'dead', 'discarded']),
  };
}

function retentionContract(open: Open): void {
  it('keeps the raw page of every version and of the latest capture, and lets earlier noise go', async () => {
    const { archive } = await open();
    const first = await recordFirst(archive, 'Text. <!-- 1 -->', 1);
    const noise = [
      await recordUnchanged(archive, 'Text. <!-- 2 -->', 2),
      await recordUnchanged(archive, 'Text. <!-- 3 -->', 3),
    ];
    expect(await bodyText(archive, first.captureId)).toContain('<!-- 1 -->');
    await expect(bodyText(archive, noise[0] ?? '')).rejects.toMatchObject({ code: 'content_missing' });
    expect(await bodyText(archive, noise[1] ?? '')).toContain('<!-- 3 -->');
    const changed = await recordChange(archive, first.stored.version, { text: 'Other.', at: 4 });
    await expect(bodyText(archive, noise[1] ?? '')).rejects.toMatchObject({ code: 'content_missing' });
    expect(await bodyText(archive, first.captureId)).toContain('<!-- 1 -->');
    expect(await bodyText(archive, changed.captureId)).toContain('Other.');
    expect((await archive.captureOf(noise[0] ?? ''))?.capture.fetchedAt, 'time and headers stay').toBe(minute(2));
    expect((await archive.verify()).orphans).toEqual([]);
  });

  it('lets no bytes go that a version or an unjudged capture names as well', async () => {
    const { archive } = await open();
    const first = await recordFirst(archive, 'Text.', 1);
    await recordUnchanged(archive, 'Text.', 2);
    const again = sampleBody('Text. <!-- again -->');
    await recordUnchanged(archive, 'Text. <!-- again -->', 3);
    const waiting = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(4), again), again);
    await recordUnchanged(archive, 'Text. <!-- last -->', 5);
    expect(await bodyText(archive, first.captureId)).toContain('Text.');
    expect(await bodyText(archive, waiting)).toContain('again');
  });

  it('keeps what looked like noise once a technical reading names it', async () => {
    const { archive } = await open();
    await recordFirst(archive, 'Text.', 1);
    const noise = await recordUnchanged(archive, 'Text. <!-- read again -->', 2);
    const reading = { text: 'Read better.', at: minute(2), captureId: noise, number: 2, origin: 'technical' } as const;
    const check = sampleCheck(minute(3), 'technical');
    await archive.recordResult(sampleResult(check, { versions: [sampleVersion(reading)] }));
    await recordUnchanged(archive, 'Text. <!-- later -->', 4);
    expect(await bodyText(archive, noise)).toContain('read again');
  });

  it('keeps the latest raw page of each part of a document', async () => {
    const { archive } = await open();
    const recordPart = async (part: string, at: number): Promise<string> => {
      const body = sampleBody(`${part} <!-- ${at} -->`);
      const capture = { ...sampleCapture(minute(at), body), url: `https://acme.example/${part}` };
      const captureId = await archive.recordCapture(DOCUMENT_ID, capture, body);
      await archive.recordResult(sampleResult(sampleCheck(minute(at), 'unchanged'), { captureId }));
      return captureId;
    };
    const one = await recordPart('one', 1);
    const two = await recordPart('two', 2);
    expect(await bodyText(archive, one)).toContain('one');
    expect(await bodyText(archive, two)).toContain('two');
  });

  it('keeps suspects, and what was known to be good when a suspect came', async () => {
    const { archive } = await open();
    await recordFirst(archive, 'Text.', 1);
    const good = await recordUnchanged(archive, 'Text. <!-- good -->', 2);
    const wall = sampleBody('Just a moment');
    const suspect = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(3), wall), wall);
    const check = sampleCheck(minute(3), 'suspect', { code: 'bot-wall' });
    await archive.recordResult(sampleResult(check, { captureId: suspect }));
    expect(await bodyText(archive, good)).toContain('good');
    await recordUnchanged(archive, 'Text. <!-- later -->', 4);
    expect(await bodyText(archive, suspect)).toContain('Just a moment');
  });
}

async function recordSuspect(archive: Archive, text: string, at: number): Promise<CheckResult> {
  const body = sampleBody(text);
  const captureId = await archive.recordCapture(DOCUMENT_ID, sampleCapture(minute(at), body), body);
  const check = sampleCheck(minute(at), 'suspect', { code: 'shrunk' });
  const result = sampleResult(check, { captureId, pageHash: samplePage(text).hash });
  await archive.recordResult(result);
  return result;
}

function suspectsContract(open: Open): void {
  it('gives those since the policy was last seen, newest first, with reason, words and bytes', async () => {
    const { archive } = await open();
    const first = await recordFirst(archive, 'Text.', 1);
    await recordSuspect(archive, 'Before.', 2);
    await recordUnchanged(archive, 'Text. <!-- -->', 3);
    expect(await archive.suspectsOf(DOCUMENT_ID)).toEqual([]);
    await recordSuspect(archive, 'One.', 4);
    await archive.recordResult(sampleResult(sampleCheck(minute(5), 'failed', { code: 'timeout' })));
    await recordSuspect(archive, 'Two.', 6);
    const suspects = await archive.suspectsOf(DOCUMENT_ID);
    expect(suspects).toMatchObject([
      { reason: 'shrunk', pageHash: samplePage('Two.').hash, capture: { fetchedAt: minute(6) } },
      { reason: 'shrunk', pageHash: samplePage('One.').hash, capture: { fetchedAt: minute(4) } },
    ]);
    expect(await bodyText(archive, suspects[1]?.id ?? '')).toContain('One.');
    expect(await archive.suspectsOf('acme/terms')).toEqual([]);
    await recordChange(archive, first.stored.version, { text: 'Other.', at: 7 });
    expect(await archive.suspectsOf(DOCUMENT_ID)).toEqual([]);
  });

  it('knows a suspect as one before any version, and no longer once it was accepted', async () => {
    const { archive } = await open();
    const { captureId } = await recordSuspect(archive, 'Short.', 1);
    expect(await archive.suspectsOf(DOCUMENT_ID)).toHaveLength(1);
    const accepted = { text: 'Short.', at: minute(1), captureId: captureId ?? '', number: 1 };
    const versions = [sampleVersion({ ...accepted, origin: 'accepted-by-hand' })];
    const result = sampleResult(sampleCheck(minute(2), 'first'), { captureId, versions });
    await archive.recordResult(result);
    expect(await archive.suspectsOf(DOCUMENT_ID)).toEqual([]);
    expect((await archive.latest(DOCUMENT_ID))?.version.origin).toBe('accepted-by-hand');
    expect(await bodyText(archive, captureId ?? '')).toContain('Short.');
  });
}

const NOTHING_REMEMBERED = { fetchedVia: null, toldUnreadableAt: null, heldChangeId: null };

function statesContract(open: Open): void {
  const recordState = async (archive: Archive, at: number, state: NonNullable<CheckResult['state']>) => {
    const result = sampleResult(sampleCheck(minute(at), 'failed', { code: 'timeout' }), { state });
    await archive.recordResult(result);
    return result;
  };

  it('are nothing at first, change with a check, and stay where a check does not mention them', async () => {
    const { archive, second } = await open();
    expect(await archive.stateOf(DOCUMENT_ID)).toEqual(NOTHING_REMEMBERED);
    await recordState(archive, 1, { fetchedVia: 'browser' });
    await recordState(archive, 2, { toldUnreadableAt: minute(2) });
    await archive.recordResult(sampleResult(sampleCheck(minute(3), 'unchanged')));
    const other = (await second()).archive;
    const remembered = { ...NOTHING_REMEMBERED, fetchedVia: 'browser', toldUnreadableAt: minute(2) };
    expect(await other.stateOf(DOCUMENT_ID)).toEqual(remembered);
    expect(await other.stateOf('acme/terms')).toEqual(NOTHING_REMEMBERED);
    await recordState(archive, 4, { toldUnreadableAt: null });
    expect(await other.stateOf(DOCUMENT_ID)).toEqual({ ...remembered, toldUnreadableAt: null });
  });

  it('hold the alerts of one change, until they are told', async () => {
    const { archive, second } = await open();
    const first = await recordFirst(archive, 'A', 1);
    const { change } = await recordChange(archive, first.stored.version, { text: 'B', at: 2 });
    await recordState(archive, 3, { heldChangeId: change.id });
    expect(await (await second()).archive.stateOf(DOCUMENT_ID)).toMatchObject({ heldChangeId: change.id });
    await recordState(archive, 4, { heldChangeId: null });
    expect(await archive.stateOf(DOCUMENT_ID)).toMatchObject({ heldChangeId: null });
  });

  it('are not set back by an old result that is recorded again', async () => {
    const { archive } = await open();
    const old = await recordState(archive, 1, { fetchedVia: 'http' });
    await recordState(archive, 2, { fetchedVia: 'browser' });
    await archive.recordResult(old);
    expect(await archive.stateOf(DOCUMENT_ID)).toMatchObject({ fetchedVia: 'browser' });
  });

  it('are part of the result: nothing of them is kept when one part cannot be kept', async () => {
    const { archive } = await open();
    const { captureId } = await recordFirst(archive, 'Text.', 1);
    const clash = sampleVersion({ text: 'Other.', at: minute(2), captureId, number: 1 });
    const check = sampleCheck(minute(2), 'changed');
    const result = sampleResult(check, { versions: [clash], state: { fetchedVia: 'browser' } });
    await expect(archive.recordResult(result)).rejects.toMatchObject({ code: 'storage_conflict' });
    expect(await archive.stateOf(DOCUMENT_ID)).toMatchObject({ fetchedVia: null });
  });
}

function partsContract(open: Open): void {
  const URLS = ['https://acme.example/1', 'https://acme.example/2'] as const;
  const capturePart = async (archive: Archive, url: string, text: string, at: number): Promise<string> => {
    const body = sampleBody(text);
    return archive.recordCapture(DOCUMENT_ID, { ...sampleCapture(minute(at), body), url }, body);
  };
  const partOf = (url: string, captureId: string, text: string, at: number): AcceptedPart => ({
    ...{ url, captureId, page: samplePage(text), acceptedByHand: false, verifiedUntil: minute(at) },
    validators: { etag: `"${at}"` },
  });

  it('are nothing at first, are replaced as a whole, and stay where a check does not mention them', async () => {
    const { archive, second } = await open();
    expect(await archive.partsOf(DOCUMENT_ID)).toEqual([]);
    const ids = [await capturePart(archive, URLS[0], 'One', 1), await capturePart(archive, URLS[1], 'Two', 2)];
    const parts = URLS.map((url, index) => partOf(url, ids[index] ?? '', url, index + 1));
    const captures = ids.map((captureId) => ({ captureId, outcome: 'first' }) as const);
    await archive.recordResult(sampleResult(sampleCheck(minute(3), 'first'), { captures, parts }));
    expect(await archive.unjudged(), 'all captures of a check are judged with it').toEqual([]);
    await archive.recordResult(sampleResult(sampleCheck(minute(4), 'failed', { code: 'timeout' })));
    const other = (await second()).archive;
    expect((await other.partsOf(DOCUMENT_ID)).toSorted((a, b) => (a.url < b.url ? -1 : 1))).toEqual(parts);
    expect(await other.partsOf('acme/terms')).toEqual([]);
    await archive.recordResult(sampleResult(sampleCheck(minute(5), 'unchanged'), { parts: parts.slice(1) }));
    expect(await other.partsOf(DOCUMENT_ID)).toEqual(parts.slice(1));
    expect((await archive.verify()).orphans, 'replaced readings are let go').toEqual([]);
  });

  it('keep the raw page they were read from, while pages that differ only in noise are let go', async () => {
    const { archive } = await open();
    const held = await capturePart(archive, URLS[0], 'One', 1);
    const record = async (captureId: string, at: number): Promise<void> => {
      const captures = [{ captureId, outcome: 'unchanged' } as const];
      const parts = [partOf(URLS[0], held, 'One', at)];
      await archive.recordResult(sampleResult(sampleCheck(minute(at), 'unchanged'), { captureId, captures, parts }));
    };
    await record(held, 1);
    const noise = await capturePart(archive, URLS[0], 'One <!-- noise -->', 2);
    await record(noise, 2);
    await record(await capturePart(archive, URLS[0], 'One <!-- more -->', 3), 3);
    expect(await bodyText(archive, held)).toContain('One');
    await expect(bodyText(archive, noise)).rejects.toMatchObject({ code: 'content_missing' });
  });

  it('have suspects of their own, since each was last seen itself', async () => {
    const { archive } = await open();
    const suspect = async (url: string, at: number): Promise<void> => {
      const captureId = await capturePart(archive, url, `Short ${at}`, at);
      const settled = { captureId, outcome: 'suspect', reason: 'shrunk', pageHash: `${at}` } as const;
      const check = sampleCheck(minute(at), 'suspect', { code: 'shrunk' });
      await archive.recordResult(sampleResult(check, { captureId, captures: [settled] }));
    };
    await suspect(URLS[0], 1);
    await suspect(URLS[1], 2);
    const good = await capturePart(archive, URLS[0], 'One', 3);
    const captures = [{ captureId: good, outcome: 'first' } as const];
    const parts = [partOf(URLS[0], good, 'One', 3)];
    await archive.recordResult(sampleResult(sampleCheck(minute(3), 'failed'), { captureId: good, captures, parts }));
    await suspect(URLS[0], 4);
    const hashes = async (url: string) => (await archive.suspectsOf(DOCUMENT_ID, url)).map(({ pageHash }) => pageHash);
    expect(await hashes(URLS[0])).toEqual(['4']);
    expect(await hashes(URLS[1])).toEqual(['2']);
  });
}

function awaitingContract(open: Open): void {
  const URL = 'https://acme.example/privacy';
  const see = async (archive: Archive, text: string, at: number, kept = true): Promise<Awaiting> => {
    const body = sampleBody(text);
    const capture = sampleCapture(minute(at), body);
    const captureId = await archive.recordCapture(DOCUMENT_ID, capture, body);
    const page = samplePage(text);
    const stored = { id: captureId, documentId: DOCUMENT_ID, capture, bodySha256: capture.bodySha256 };
    const check = sampleCheck(minute(at), 'unconfirmed');
    const awaiting = { stored, page, since: minute(2) };
    const more = kept ? { awaiting: [awaiting] } : {};
    await archive.recordResult(sampleResult(check, { captureId, pageHash: page.hash, ...more }));
    return awaiting;
  };

  it('wait from one process to the next, with the page and the capture they were read from', async () => {
    const { archive, second } = await open();
    await recordFirst(archive, 'A', 1);
    const awaiting = await see(archive, 'B', 2);
    const other = (await second()).archive;
    expect(await other.awaitingOf(DOCUMENT_ID)).toEqual([awaiting]);
    expect(await other.unjudged(), 'it is judged: as unconfirmed').toEqual([]);
    expect(await bodyText(other, awaiting.stored.id)).toContain('B');
    const [status] = await other.status([DOCUMENT_ID]);
    expect(status).toMatchObject({ awaitingSince: minute(2), verifiedUntil: minute(1), consecutiveFailures: 0 });
  });

  it('stay through checks that do not mention them, give way to the next ones, and end', async () => {
    const { archive } = await open();
    await recordFirst(archive, 'A', 1);
    await see(archive, 'B', 2);
    await archive.recordResult(sampleResult(sampleCheck(minute(3), 'failed', { code: 'timeout' })));
    expect(await archive.awaitingOf(DOCUMENT_ID)).toMatchObject([{ page: { hash: samplePage('B').hash } }]);
    const next = await see(archive, 'C', 4);
    expect(await archive.awaitingOf(DOCUMENT_ID)).toEqual([next]);
    await archive.recordResult(sampleResult(sampleCheck(minute(5), 'unchanged'), { awaiting: [] }));
    expect(await archive.awaitingOf(DOCUMENT_ID)).toEqual([]);
    expect((await archive.verify()).orphans, 'their readings are let go').toEqual([]);
  });

  it('keep their bytes only as long as they wait, and their time and hash for good', async () => {
    const { archive } = await open();
    await recordFirst(archive, 'A', 1);
    const [before, next, other] = [
      await see(archive, 'B', 2),
      await see(archive, 'C', 3),
      await see(archive, 'D', 4, false),
    ];
    for (const { stored } of [before, other])
      await expect(bodyText(archive, stored.id)).rejects.toMatchObject({ code: 'content_missing' });
    expect(await bodyText(archive, next.stored.id)).toContain('C');
    await archive.recordResult(sampleResult(sampleCheck(minute(5), 'unchanged'), { awaiting: [] }));
    await expect(bodyText(archive, next.stored.id)).rejects.toMatchObject({ code: 'content_missing' });
    expect(await archive.sightingsOf(DOCUMENT_ID, URL, minute(1))).toHaveLength(3);
    expect(await archive.verify()).toMatchObject({ captures: 4, orphans: [] });
    const latest = await archive.latest(DOCUMENT_ID);
    expect(await bodyText(archive, latest?.version.captureId ?? '')).toContain('A');
  });

  it('are remembered as sightings, oldest first, since a time and at their URL only', async () => {
    const { archive } = await open();
    await recordFirst(archive, 'A', 1);
    for (const [at, text] of [
      [2, 'B'],
      [3, 'C'],
      [4, 'B'],
    ] as const)
      await see(archive, text, at, false);
    const seen = (at: number, text: string) => ({ at: minute(at), pageHash: samplePage(text).hash });
    expect(await archive.sightingsOf(DOCUMENT_ID, URL, minute(2))).toEqual([seen(3, 'C'), seen(4, 'B')]);
    expect(await archive.sightingsOf(DOCUMENT_ID, `${URL}/other`, minute(0))).toEqual([]);
  });
}

function questionsContract(open: Open): void {
  it('answers with nothing about a document that it does not know', async () => {
    const { archive } = await open();
    expect(await archive.latest(DOCUMENT_ID)).toBeNull();
    expect(await archive.version('x')).toBeNull();
    expect(await archive.change('x')).toBeNull();
    expect(await archive.versionsOf(DOCUMENT_ID)).toEqual([]);
    expect(await archive.versionByHash(DOCUMENT_ID, 'x')).toBeNull();
    const nothing = { lastCheck: null, verifiedUntil: null, awaitingSince: null, lastChangeAt: null };
    const none = { versions: 0, consecutiveFailures: 0 };
    expect(await archive.status([DOCUMENT_ID])).toEqual([{ documentId: DOCUMENT_ID, ...nothing, ...none }]);
    expect(await archive.awaitingOf(DOCUMENT_ID)).toEqual([]);
    expect(await archive.sightingsOf(DOCUMENT_ID, 'https://acme.example/privacy', minute(0))).toEqual([]);
  });

  it('finds the newest version with the same words, of the same document only', async () => {
    const { archive } = await open();
    const { stored, captureId } = await recordFirst(archive, 'A', 1);
    const versions = ['B', 'A', 'C'].map((text, n) =>
      sampleVersion({ text, at: minute(n + 2), captureId, number: n + 2 }),
    );
    await archive.recordResult(sampleResult(sampleCheck(minute(9), 'changed'), { versions }));
    expect(await archive.versionByHash(DOCUMENT_ID, stored.version.hash)).toEqual(versions[1]?.version);
    expect(await archive.versionByHash('acme/terms', stored.version.hash)).toBeNull();
  });

  it('tells until when the policy itself was seen, and how many checks since did not see it', async () => {
    const { archive } = await open();
    const first = await recordFirst(archive, 'A', 1);
    await recordChange(archive, first.stored.version, { text: 'B', at: 2 });
    await recordUnchanged(archive, 'B <!-- -->', 3);
    await archive.recordResult(
      sampleResult(sampleCheck(minute(4), 'failed', { code: 'timeout', message: 'too slow' })),
    );
    await archive.recordResult(sampleResult(sampleCheck(minute(5), 'suspect', { code: 'bot-wall' })));
    const last = sampleCheck(minute(6), 'failed', {
      code: 'http_not_found',
      message: 'gone',
      robotsOverride: 'asked them',
    });
    await archive.recordResult(sampleResult(last));
    expect(await archive.status(['acme/terms', DOCUMENT_ID])).toMatchObject([
      { documentId: 'acme/terms', lastCheck: null },
      {
        documentId: DOCUMENT_ID,
        lastCheck: last,
        verifiedUntil: minute(3),
        lastChangeAt: minute(2),
        versions: 2,
        consecutiveFailures: 3,
      },
    ]);
    await archive.recordResult(sampleResult(sampleCheck(minute(7), 'unchanged')));
    expect(await archive.status([DOCUMENT_ID])).toMatchObject([{ verifiedUntil: minute(7), consecutiveFailures: 0 }]);
  });

  it('lists changes newest first, by document, topic, time, severity and number', async () => {
    const { archive } = await open();
    const first = await recordFirst(archive, 'A', 1);
    const second = await recordChange(archive, first.stored.version, { text: 'B', at: 2 });
    const third = await recordChange(archive, second.stored.version, { text: 'C', at: 3 });
    const ids = async (filter: Parameters<Archive['changes']>[0]): Promise<string[]> =>
      (await archive.changes(filter)).map(({ id }) => id);
    const all = [third.change.id, second.change.id];
    expect(await ids({})).toEqual(all);
    expect(await ids({ limit: 1 })).toEqual([third.change.id]);
    expect(await ids({ since: minute(3) })).toEqual([third.change.id]);
    expect(await ids({ documentIds: [DOCUMENT_ID, 'acme/terms'] })).toEqual(all);
    expect(await ids({ documentIds: ['acme/terms'] })).toEqual([]);
    expect(await ids({ documentIds: [] })).toEqual([]);
    expect(await ids({ topic: 'ai-training' })).toEqual(all);
    expect(await ids({ topic: 'ai-other' })).toEqual([]);
    expect(await ids({ minSeverity: 'high' })).toEqual(all);
    expect(await ids({ minSeverity: 'critical' })).toEqual([]);
  });
}

function leasesContract(open: Open): void {
  it('gives a document to one checker at a time, across processes', async () => {
    const { archive, second } = await open();
    const other = (await second()).archive;
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(1), minute(5))).toBe(true);
    expect(await other.claim(DOCUMENT_ID, 'b', minute(2), minute(6))).toBe(false);
    expect(await other.claim('acme/terms', 'b', minute(2), minute(6))).toBe(true);
    await other.release(DOCUMENT_ID, 'b');
    expect(await other.claim(DOCUMENT_ID, 'b', minute(2), minute(6)), 'only its owner releases it').toBe(false);
    await archive.release(DOCUMENT_ID, 'a');
    expect(await other.claim(DOCUMENT_ID, 'b', minute(2), minute(6))).toBe(true);
  });

  it('lets a lease go on that its owner left without giving it back', async () => {
    const { archive, second } = await open();
    const other = await second();
    await other.archive.claim(DOCUMENT_ID, 'b', minute(1), minute(5));
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(2), minute(6))).toBe(false);
    await other.archive.close();
    // Its end is orderly: it may be on its way to give it back.
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(2), minute(6))).toBe(false);
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(5), minute(6))).toBe(true);
  });

  it('lets a lease be renewed by its owner and taken over when it ran out', async () => {
    const { archive, second } = await open();
    const other = (await second()).archive;
    await archive.claim(DOCUMENT_ID, 'a', minute(1), minute(5));
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(4), minute(9))).toBe(true);
    expect(await other.claim(DOCUMENT_ID, 'b', minute(5), minute(10))).toBe(false);
    expect(await other.claim(DOCUMENT_ID, 'b', minute(9), minute(12))).toBe(true);
    await archive.release(DOCUMENT_ID, 'a');
    expect(await archive.claim(DOCUMENT_ID, 'a', minute(10), minute(12)), 'the late owner no longer holds it').toBe(
      false,
    );
  });
}
