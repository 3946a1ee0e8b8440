import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDocumentId, demoPlatforms, demoSteps } from '../../src/demo/demo-steps.ts';
import { type DemoWeb, startDemoWeb } from '../../src/demo/start-demo-web.ts';
import { coarseWords, policyWords } from './policy-words.ts';

let web: DemoWeb;
beforeAll(async () => {
  web = await startDemoWeb();
});
afterAll(() => web.close());

function urlOf(platformId: string): string {
  const url = web.platforms.find(({ id }) => id === platformId)?.documents[0]?.urls[0];
  if (!url) throw new Error(`no platform ${platformId}`);
  return url;
}

async function pageAt(platformId: string, step: number): Promise<string> {
  web.setStep(step);
  const response = await fetch(urlOf(platformId));
  expect(response.status).toBe(200);
  return response.text();
}

const everyPage = demoPlatforms.flatMap(({ id, steps }) =>
  steps.map(({ page, expected }, step) => ({ id, step, page, expected })),
);
const policies = everyPage.filter(({ page }) => page.kind === 'policy');

/** The step before this one at which the policy itself could be read. */
function lastPolicyBefore(platformId: string, step: number): number {
  const before = policies.findLast((entry) => entry.id === platformId && entry.step < step);
  if (!before) throw new Error(`${platformId} shows no policy before step ${step}`);
  return before.step;
}

function stepsExpecting(...outcomes: string[]) {
  return everyPage.filter(({ expected }) => outcomes.includes(expected.outcome));
}

describe('the fictional web', () => {
  it('tells every platform what to expect at every step, and reads each for the first time at step 0', () => {
    for (const [index, step] of demoSteps.entries()) {
      expect(Object.keys(step.expected)).toEqual(demoPlatforms.map(demoDocumentId));
      const firsts = Object.values(step.expected).filter(({ outcome }) => outcome === 'first');
      expect(firsts).toHaveLength(index === 0 ? demoPlatforms.length : 0);
    }
    for (const { steps } of demoPlatforms) expect(steps).toHaveLength(demoSteps.length);
  });

  it('serves each platform from an origin of its own on loopback', () => {
    const urls = web.platforms.flatMap(({ documents }) => documents.flatMap((document) => document.urls));
    expect(urls.every((url) => new URL(url).hostname === '127.0.0.1')).toBe(true);
    expect(new Set(urls.map((url) => new URL(url).origin)).size).toBe(4);
  });

  it('refuses a step that does not exist', () => {
    expect(() => web.setStep(demoSteps.length)).toThrow(RangeError);
    expect(() => web.setStep(-1)).toThrow(RangeError);
  });

  it.each(policies)(
    '$id publishes a complete page with a policy of 900 to 2000 words at step $step',
    async ({ id, step }) => {
      const page = await pageAt(id, step);
      const $ = load(page);
      expect($('main')).toHaveLength(1);
      expect($('main h1')).toHaveLength(1);
      for (const part of ['header', 'footer', 'nav', '[role=dialog]', 'main h2', 'main li', 'main table td']) {
        expect($(part).length, part).toBeGreaterThan(0);
      }
      expect($('main').html()).not.toMatch(/\*\*|^#+ |\| --- \|/m);
      const words = policyWords(page).split(' ').length;
      expect(words).toBeGreaterThanOrEqual(900);
      expect(words).toBeLessThanOrEqual(2000);
    },
  );

  it.each(stepsExpecting('unchanged'))('$id says the same in the same words at step $step', async ({ id, step }) => {
    const before = await pageAt(id, lastPolicyBefore(id, step));
    expect(policyWords(await pageAt(id, step))).toBe(policyWords(before));
  });

  it.each(stepsExpecting('cosmetic'))('$id changes nothing but a date at step $step', async ({ id, step }) => {
    const before = await pageAt(id, lastPolicyBefore(id, step));
    const after = await pageAt(id, step);
    expect(policyWords(after)).not.toBe(policyWords(before));
    expect(coarseWords(after)).toBe(coarseWords(before));
  });

  it.each(stepsExpecting('changed'))('$id says something else at step $step', async ({ id, step }) => {
    const before = await pageAt(id, lastPolicyBefore(id, step));
    expect(coarseWords(await pageAt(id, step))).not.toBe(coarseWords(before));
  });

  it.each(stepsExpecting('suspect'))(
    '$id answers with status 200 and without its policy at step $step',
    async ({ id, step }) => {
      const before = policyWords(await pageAt(id, lastPolicyBefore(id, step)));
      const page = await pageAt(id, step);
      const longest = before.split('. ').toSorted((a, b) => b.length - a.length)[0] ?? '';
      expect(load(page)('body').text()).not.toContain(longest);
    },
  );

  it('has a redesign that shares no element of the chrome and all words of the policy', async () => {
    const [classic, modern] = [await pageAt('fotovane', 2), await pageAt('fotovane', 3)];
    const classes = (page: string) =>
      new Set(
        load(page)('body [class]')
          .map((_, element) => element.attribs.class)
          .get(),
      );
    expect(classes(classic).intersection(classes(modern)).size).toBe(0);
    expect(policyWords(modern)).toBe(policyWords(classic));
  });

  it('returns to the very words it had withdrawn', async () => {
    const pages = [];
    for (const step of [0, 1, 2, 3]) pages.push(policyWords(await pageAt('ladderwell', step)));
    expect(pages[2]).toBe(pages[0]);
    expect(pages[3]).toBe(pages[1]);
  });
});

describe('the servers of the fictional web', () => {
  it.each(demoPlatforms)('$id sends other nonces, tokens and cookies with every request', async ({ id }) => {
    web.setStep(0);
    const [first, second] = await Promise.all([fetch(urlOf(id)), fetch(urlOf(id))]);
    const nonces = [first, second].map(
      (response) => /nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1],
    );
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.headers.get('set-cookie')).not.toBe(second.headers.get('set-cookie'));
    const [one, two] = [await first.text(), await second.text()];
    expect(one).toContain(`nonce="${nonces[0]}"`);
    expect(one).not.toBe(two);
    expect(policyWords(one)).toBe(policyWords(two));
  });

  it('answers 304 to the ETag of what is published, and the page again after it changed', async () => {
    web.setStep(0);
    const etag = (await fetch(urlOf('fotovane'))).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await fetch(urlOf('fotovane'), { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    web.setStep(1);
    expect((await fetch(urlOf('fotovane'), { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('answers 304 to the date of the last change, and never for an error page', async () => {
    web.setStep(3);
    const modified = (await fetch(urlOf('murmelo'))).headers.get('last-modified') ?? '';
    expect(Date.parse(modified)).not.toBeNaN();
    const ask = () => fetch(urlOf('murmelo'), { headers: { 'if-modified-since': modified } });
    expect((await ask()).status).toBe(304);
    web.setStep(4);
    const broken = await ask();
    expect(broken.status).toBe(200);
    expect(broken.headers.get('last-modified')).toBeNull();
  });

  it('compresses on one platform where the client can read it', async () => {
    web.setStep(0);
    const packed = await fetch(urlOf('ladderwell'));
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await fetch(urlOf('ladderwell'), { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(policyWords(await packed.text())).toBe(policyWords(await plain.text()));
  });

  it('redirects an old address on one platform and names the charset only in the page', async () => {
    web.setStep(0);
    const redirect = await fetch(urlOf('roundhall'), { redirect: 'manual' });
    expect(redirect.status).toBe(301);
    const page = await fetch(urlOf('roundhall'));
    expect(page.redirected).toBe(true);
    expect(page.headers.get('content-type')).toBe('text/html');
  });

  it('allows its policies in robots.txt and knows no other page', async () => {
    for (const { id } of demoPlatforms) {
      const robots = await fetch(new URL('/robots.txt', urlOf(id)));
      expect(await robots.text()).toContain('Disallow: /account');
      expect((await fetch(new URL('/account', urlOf(id)))).status).toBe(404);
      expect((await fetch(urlOf(id), { method: 'POST', redirect: 'manual' })).status).toBe(405);
    }
  });
});
