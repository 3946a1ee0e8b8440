import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { EXTRACTOR_VERSION } from '../../src/extract/extractor-version.ts';
import { WorkerExtractor } from '../../src/extract/worker-extractor.ts';
import { checkDocument, type Stages } from '../../src/pipeline.ts';
import { testFetcher, testWeb } from '../fetchers/test-fetcher.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { openArchive } from '../harness/open-archive.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { PRIVACY } from '../notify/fictional-change.ts';
import { alertsOf, watchedApp } from './watched-app.ts';

const extractor = new WorkerExtractor({});
afterAll(() => extractor.close());

const CHANGED = policyPage({ extra: [TRAINING_CLAUSE] });

it('a mail server that is down at the wrong moment, for days, loses no alert and doubles none', async () => {
  let refusing = true;
  const away = () => (refusing ? ({ code: 421, text: 'closing' } as const) : null);
  const mail = await startMailServer({ behaviour: { sender: away } });
  onTestFinished(() => mail.close());
  const settings = { subscriptions: [{ to: 'a@example.org' }], mail: { maxAgeHours: 72 } };
  const watched = await watchedApp({
    pages: { policy: { body: policyPage() } },
    settings,
    env: { SMTP_URL: mail.url },
  });
  await watched.check();
  watched.web.routes.set('/policy', { body: CHANGED });
  expect((await watched.check()).get('policy')?.check.outcome).toBe('changed');
  for (let hour = 0; hour < 48; hour += 18) {
    expect((await watched.deliver()).delivered).toBe(0);
    expect((await watched.check()).get('policy')?.check.outcome).toBe('unchanged');
    watched.wait(12);
  }
  refusing = false;
  watched.wait(8);
  expect((await watched.deliver()).delivered).toBe(2);
  watched.wait(8);
  expect((await watched.deliver()).delivered).toBe(0);
  expect(await alertsOf(watched)).toBe(1);
  expect(mail.messages.filter(({ parsed }) => parsed.subject?.includes('AI training'))).toHaveLength(1);
});

it.each(['extract', 'composeAlerts', 'tellReadability', 'recordResult'] as const)(
  'a fault in what judges a capture (%s) throws no capture away: the next check judges it, and alerts',
  async (faulty) => {
    const web = await testWeb({ '/privacy': { body: policyPage() } });
    const { archive } = await openArchive(join(temporaryFolder(), 'snapshots'));
    let broken = false;
    let composed = 0;
    const fail = (place: string): void => {
      if (broken && place === faulty) throw new Error(`a fault in ${place}`);
    };
    const stages: Stages = {
      fetcher: testFetcher(),
      extractorVersion: EXTRACTOR_VERSION,
      clock: () => new Date(),
      confirmAfterMs: 0,
      extractor: {
        extract: async (source) => {
          fail('extract');
          return extractor.extract(source);
        },
        close: () => Promise.resolve(),
      },
      archive: new Proxy(archive, {
        get: (target, name: keyof typeof archive) => {
          if (name === 'recordResult') fail('recordResult');
          const member = target[name];
          return typeof member === 'function' ? member.bind(target) : member;
        },
      }),
      composeAlerts: () => {
        fail('composeAlerts');
        composed += 1;
        return [];
      },
      tellReadability: async () => {
        fail('tellReadability');
        return { outbox: [] };
      },
    };
    const document = { ...PRIVACY, urls: [`${web.url}/privacy`] };
    await checkDocument(document, stages);
    web.routes.set('/privacy', { body: CHANGED });
    expect((await checkDocument(document, stages)).check.outcome).toBe('unconfirmed');
    // Not the same bytes, which would not be read again.
    web.routes.set('/privacy', { body: `${CHANGED}<!-- seen again -->` });
    broken = true;
    await expect(checkDocument(document, stages)).rejects.toThrow(`a fault in ${faulty}`);
    const [kept, ...others] = await archive.unjudged();
    expect(others).toEqual([]);
    if (!kept) throw new Error('the capture was thrown away');
    expect(Buffer.from(await archive.bodyOf(kept)).toString('utf8')).toContain(TRAINING_CLAUSE);
    // The checksum did not advance: the page, which looks the same as before, is still new.
    expect(await archive.versionsOf(document.id)).toHaveLength(1);
    broken = false;
    composed = 0;
    const { resumeUnjudged } = await import('../../src/pipeline.ts');
    const reports = await resumeUnjudged(document, stages);
    expect(reports.map(({ check }) => check.outcome)).toEqual(['changed']);
    expect(composed).toBe(1);
    expect((await checkDocument(document, stages)).check.outcome).toBe('unchanged');
    expect(composed).toBe(1);
  },
);
