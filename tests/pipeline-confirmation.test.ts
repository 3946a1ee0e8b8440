import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { stableId } from '../src/domain/stable-id.ts';
import type { FetchRequest } from '../src/fetchers/fetcher.ts';
import type { CheckReport } from '../src/pipeline.ts';
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from './harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from './harness/policy-page.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { writeTestConfig } from './harness/write-test-config.ts';

const HOUR = 3_600_000;
const ID = 'plumbago/privacy';
const PLAIN = policyPage();
const TRAINED = policyPage({ extra: [TRAINING_CLAUSE] });
const FEES = policyPage({ extra: ['We charge a fee of three coins for each parcel that is sent abroad.'] });

const WALL = '<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your browser.</p>';

let dir: string;
let web: LoopbackWeb;
let app: App;
let now: number;
let requests: FetchRequest[];

beforeEach(async () => {
  dir = temporaryFolder();
  now = Date.parse('2026-11-23T08:00:00.000Z');
  requests = [];
  web = await startLoopbackWeb({ '/privacy': { body: PLAIN } });
  onTestFinished(() => web.close());
  app = await openDaemonLike();
});

/** As the daemon opens it: the second look is left to a later check. */
async function openDaemonLike(
  url: string | readonly string[] = `${web.url}/privacy`,
  remove: readonly string[] = [],
): Promise<App> {
  const schedule = { confirmAfter: '10m' };
  await writeTestConfig(join(dir, 'config'), [{ id: 'privacy', url, remove }], { schedule });
  const opened = await openApp({
    config: await loadConfig({ dir: join(dir, 'config'), env: {} }),
    archiveDir: join(dir, 'snapshots'),
    clock: () => new Date(now),
    owner: 'test',
    wrapFetcher: (inner) => ({
      fetch: (request) => {
        requests.push(request);
        return inner.fetch(request);
      },
      close: () => inner.close(),
    }),
  });
  onTestFinished(() => opened.close());
  return opened;
}

/** One check after so many hours, of a page that says this. */
async function checkAfter(hours: number, page?: string | LoopbackRoute, path = '/privacy'): Promise<string> {
  now += hours * HOUR;
  if (page !== undefined) web.routes.set(path, typeof page === 'string' ? { body: page } : page);
  const { reports } = await app.check(app.config.documents);
  return (reports[0] as CheckReport).check.outcome;
}

/** The page says this, and goes on saying it when it is looked at again. */
async function publish(hours: number, page: string): Promise<readonly string[]> {
  return [await checkAfter(hours, page), await checkAfter(0.25)];
}

const alerts = async () => (await app.outbox.list(['queued'])).filter(({ kind }) => kind === 'alert');
const texts = async () => (await alerts()).map(({ message }) => message.text);
const TAKEN = ['unconfirmed', 'changed'];

describe('other words on a page', () => {
  it('become a version and an alert when a second look, on a new connection, shows them too', async () => {
    await checkAfter(0);
    expect(await checkAfter(6, TRAINED)).toBe('unconfirmed');
    const firstSeen = new Date(now).toISOString();
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
    expect(await alerts()).toEqual([]);
    expect(await checkAfter(0.25)).toBe('changed');
    expect(requests.map(({ newConnection = false }) => newConnection)).toEqual([false, false, true]);
    expect(requests.at(-1)?.validators).toBeUndefined();
    const [version] = await app.archive.versionsOf(ID);
    expect(version).toMatchObject({ number: 2, origin: 'change', capturedAt: firstSeen });
    expect(await texts()).toEqual([expect.stringContaining('first seen 2026-11-23 14:00 UTC')]);
    expect(await checkAfter(6)).toBe('unchanged');
  });

  it('are not believed before the pause has passed, whoever looks again', async () => {
    await checkAfter(0);
    await checkAfter(6, TRAINED);
    expect(await checkAfter(0.1)).toBe('unconfirmed');
    expect(await checkAfter(0.1)).toBe('changed');
  });

  it('raise nothing when the second look shows the words that hold, and are kept', async () => {
    await checkAfter(0);
    await checkAfter(6, FEES);
    expect(await checkAfter(0.25, PLAIN)).toBe('unchanged');
    expect(await alerts()).toEqual([]);
    const sightings = await app.archive.sightingsOf(ID, `${web.url}/privacy`, '2026-01-01T00:00:00.000Z');
    expect(sightings).toHaveLength(1);
    expect(await app.archive.awaitingOf(ID)).toEqual([]);
    expect((await app.archive.verify()).orphans).toEqual([]);
  });

  it('are taken when three looks over a day have shown them, though the page says both', async () => {
    await checkAfter(0);
    for (const _ of [1, 2]) {
      expect(await checkAfter(12, FEES)).toBe('unconfirmed');
      expect(await checkAfter(0.25, PLAIN)).toBe('unchanged');
    }
    expect(await checkAfter(12, FEES)).toBe('changed');
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ origin: 'accepted-late' });
  });

  it('are confirmed beside a place that changes with every visit, and such a place alone raises nothing', async () => {
    const visit = (n: number, ...extra: string[]): string =>
      policyPage({ extra: [...extra, `The parcels of ${n * 7919} families were carried by us until this moment.`] });
    await checkAfter(0, visit(1));
    expect([await checkAfter(6, visit(2)), await checkAfter(0.25, visit(3))]).toEqual(['unconfirmed', 'unconfirmed']);
    expect(await alerts()).toEqual([]);
    const fee = 'We charge a fee of three coins for each parcel that is sent abroad.';
    expect([await checkAfter(6, visit(4, fee)), await checkAfter(0.25, visit(5, fee))]).toContain('changed');
    expect(await alerts()).toHaveLength(1);
  });

  it.each([
    ['a server that is down', { status: 503, body: 'Oops' }, 'failed'],
    ['a page that is a wall', { body: WALL }, 'suspect'],
  ])('are told after a day in which there was nothing but %s', async (_name, route, outcome) => {
    await checkAfter(0);
    await checkAfter(6, TRAINED);
    const verified = (await app.archive.status([ID]))[0]?.verifiedUntil;
    expect([await checkAfter(6, route), await checkAfter(9)]).toEqual([outcome, outcome]);
    expect(await checkAfter(9)).toBe('changed');
    expect(await alerts()).toHaveLength(1);
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ origin: 'accepted-late' });
    expect((await app.archive.status([ID]))[0], 'nothing was read by that check').toMatchObject({
      verifiedUntil: verified,
    });
    expect(await checkAfter(6, TRAINED)).toBe('unchanged');
  });

  it('are not told because the machine slept and one check failed after it', async () => {
    await checkAfter(0);
    await checkAfter(6, FEES);
    expect(await checkAfter(48, { status: 503, body: 'Oops' })).toBe('failed');
    expect(await checkAfter(1, PLAIN)).toBe('unchanged');
    expect(await alerts()).toEqual([]);
  });

  it('that follow others which were never confirmed are not hidden by what the server says of those', async () => {
    const tagged =
      (body: string, etag: string): LoopbackRoute =>
      (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(body);
      };
    await checkAfter(0, tagged(PLAIN, '"a"'));
    await checkAfter(6, tagged(TRAINED, '"b"'));
    await checkAfter(0.1, tagged(FEES, '"c"'));
    for (const hours of [8, 8, 8]) await checkAfter(hours, { status: 503, body: 'Oops' });
    expect(await alerts()).toHaveLength(1);
    expect(await checkAfter(6, tagged(FEES, '"c"'))).toBe('unconfirmed');
    expect(await checkAfter(0.25)).toBe('changed');
  });

  it('of a look that was cut short are not believed for what the other look has in common with it', async () => {
    const fee = 'We charge a fee of three coins for each parcel that is sent abroad.';
    const whole = policyPage({ extra: [fee, TRAINING_CLAUSE] });
    await checkAfter(0, policyPage({ extra: [TRAINING_CLAUSE] }));
    expect(await checkAfter(6, whole)).toBe('unconfirmed');
    expect(await checkAfter(0.25, policyPage({ extra: [fee] }))).toBe('changed');
    const [change] = await app.archive.changes({});
    expect(change?.classification.topics, 'the clause was there all the time').toEqual([]);
    expect(await checkAfter(6, whole)).toBe('unchanged');
  });

  it('do not make a page that differs at every visit be asked more often than by its schedule', async () => {
    const visit = (n: number): string => policyPage({ extra: [`Read by ${n * 7919} people until this very moment.`] });
    await checkAfter(0, visit(1));
    await checkAfter(6, visit(2));
    const [first] = await app.archive.status([ID]);
    await checkAfter(0.25, visit(3));
    const [second] = await app.archive.status([ID]);
    expect(second?.awaitingSince, 'one look outside of the schedule, not another for each').toBe(first?.awaitingSince);
    for (let n = 4; n < 24; n += 1) expect(await checkAfter(6, visit(n))).toBe('unconfirmed');
    expect(await alerts()).toEqual([]);
  });

  it('of an address that is watched no longer wait for nothing', async () => {
    await checkAfter(0);
    await checkAfter(6, TRAINED);
    await app.close();
    web.routes.set('/moved', { body: PLAIN });
    app = await openDaemonLike(`${web.url}/moved`);
    expect(await checkAfter(6)).toBe('unchanged');
    expect(await app.archive.awaitingOf(ID)).toEqual([]);
  });

  it('are read by the rules of today, where those changed while they waited', async () => {
    const promoted = TRAINED.replace('</main>', '<p class="promo">Our new parcel wagon is painted blue.</p></main>');
    await checkAfter(0, PLAIN);
    await checkAfter(6, promoted);
    await app.close();
    app = await openDaemonLike(`${web.url}/privacy`, ['.promo']);
    expect(await checkAfter(1, { body: WALL })).toBe('suspect');
    expect(await checkAfter(1, promoted)).toBe('changed');
    expect((await app.archive.latest(ID))?.page.markdown).not.toContain('wagon');
  });

  it('wait through a restart', async () => {
    await checkAfter(0);
    await checkAfter(6, TRAINED);
    await app.close();
    app = await openDaemonLike();
    expect(await checkAfter(0.25)).toBe('changed');
    expect(await alerts()).toHaveLength(1);
  });

  it('of one part wait, while the document goes on', async () => {
    web.routes.set('/more', { body: PLAIN });
    app = await openDaemonLike([`${web.url}/privacy`, `${web.url}/more`]);
    await checkAfter(0);
    expect(await checkAfter(6, TRAINED, '/more')).toBe('unconfirmed');
    expect(await checkAfter(0.25)).toBe('changed');
    expect(await alerts()).toHaveLength(1);
    expect(await checkAfter(6, FEES)).toBe('unconfirmed');
    expect(await checkAfter(0.25, PLAIN)).toBe('unchanged');
    expect(await alerts()).toHaveLength(1);
    expect(await checkAfter(6, PLAIN, '/more')).toBe('unconfirmed');
    expect(await checkAfter(6, { status: 503, body: 'Oops' }, '/more')).toBe('failed');
    expect(await checkAfter(9)).toBe('failed');
    expect(await checkAfter(9), 'not seen again for a day').toBe('changed');
    const told = (await app.outbox.list(['queued'])).findLast(({ kind }) => kind === 'alert');
    expect(told?.createdAt, 'as old as the decision').toBe(new Date(now).toISOString());
    expect(await alerts()).toHaveLength(2);
  });
});

describe('a clause that is published, withdrawn a day later, and published again within a week', () => {
  it('is three changes and three alerts, in order', async () => {
    await checkAfter(0);
    expect(await publish(6, TRAINED)).toEqual(TAKEN);
    expect(await publish(24, PLAIN)).toEqual(TAKEN);
    for (let day = 0; day < 5; day += 1) expect(await checkAfter(24)).toBe('unchanged');
    expect(await publish(24, TRAINED)).toEqual(TAKEN);
    const changes = (await app.archive.changes({})).toReversed();
    expect(changes.map(({ classification }) => classification.direction)).toEqual([
      'less-protective',
      'more-protective',
      'less-protective',
    ]);
    expect(changes.map(({ after }) => after.revertsTo)).toEqual([null, changes[0]?.before.id, changes[0]?.after.id]);
    const sent = await alerts();
    expect(sent.map(({ changeId }) => changeId)).toEqual(changes.map(({ id }) => id));
    expect(new Set(sent.map(({ message }) => message.messageId)).size).toBe(3);
    expect((await texts()).join(), 'none of it is called a habit').not.toContain('Back and forth');
  });
});

describe('a page that goes back and forth', () => {
  const flip = (n: number): string => (n % 2 === 0 ? TRAINED : PLAIN);

  it('is told three times, then once more when a text has stood for 72 hours; every flip is a version', async () => {
    await checkAfter(0);
    for (let n = 0; n < 6; n += 1) expect(await publish(6, flip(n))).toEqual(TAKEN);
    expect(await app.archive.versionsOf(ID)).toHaveLength(7);
    expect(await alerts()).toHaveLength(3);
    expect((await texts()).at(-1)).toContain('has changed 3 times since');
    for (let day = 0; day < 2; day += 1) expect(await checkAfter(24)).toBe('unchanged');
    expect(await alerts(), 'it has not stood for long enough').toHaveLength(3);
    expect(await checkAfter(24)).toBe('unchanged');
    const sent = await alerts();
    expect(sent).toHaveLength(4);
    const [newest, , , toldLast] = await app.archive.versionsOf(ID);
    expect(sent.at(-1)?.changeId).toBe(stableId(toldLast?.id ?? '', newest?.id ?? ''));
    expect((await texts()).at(-1)?.replace(/\s+/g, ' ')).toContain('has now stood for 72 hours');
    expect(await checkAfter(24)).toBe('unchanged');
    expect(await alerts()).toHaveLength(4);
  });

  it('is told, when other words come meanwhile, from the text that people were told of last', async () => {
    const both = policyPage({ extra: [TRAINING_CLAUSE, 'We charge a fee of three coins for each parcel.'] });
    await checkAfter(0, TRAINED);
    // Told: withdrawn, back, withdrawn. Held: back.
    for (let n = 0; n < 4; n += 1) await publish(6, flip(n + 1));
    expect(await alerts()).toHaveLength(3);
    expect(await publish(6, both)).toEqual(TAKEN);
    const last = (await alerts()).at(-1);
    expect(last?.message.subject, 'the clause stands, which nobody was told').toContain('AI training');
    expect(last?.message.text).toContain('fee of three coins');
  });

  it('is told in the end where its document is never whole again', async () => {
    web.routes.set('/more', { body: PLAIN });
    app = await openDaemonLike([`${web.url}/privacy`, `${web.url}/more`]);
    await checkAfter(0);
    for (let n = 0; n < 4; n += 1) await publish(6, flip(n));
    expect(await alerts()).toHaveLength(3);
    await checkAfter(24, { status: 410, body: 'Gone' }, '/more');
    for (let day = 0; day < 3; day += 1) expect(await checkAfter(24)).toBe('failed');
    expect(await alerts()).toHaveLength(4);
  });

  it('is told at once when other words come meanwhile', async () => {
    await checkAfter(0);
    for (let n = 0; n < 4; n += 1) await publish(6, flip(n));
    expect(await alerts()).toHaveLength(3);
    expect(await publish(6, FEES)).toEqual(TAKEN);
    expect(await alerts()).toHaveLength(4);
    expect((await texts()).at(-1)?.replace(/\s+/g, ' ')).toContain('were recorded without a mail');
    for (let day = 0; day < 4; day += 1) await checkAfter(24);
    expect(await alerts()).toHaveLength(4);
  });
});
