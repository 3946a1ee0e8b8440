import { expect, it } from 'vitest';
import type { LoopbackRoute } from '../harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { alertsOf, watchedApp } from './watched-app.ts';

const WALL =
  '<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your browser before you continue.</p>';
const LOGIN = `<title>Log in</title><main><h1>Log in</h1><form method="post"><input type="email" name="e"><input type="password" name="p"><button>Log in</button></form></main>`;
const ERROR =
  '<title>Error</title><h1>Something went wrong</h1><p>This page isn’t available right now. Please try again later.</p>';

const NOT_IT: readonly (readonly [string, LoopbackRoute, 'suspect' | 'failed'])[] = [
  ['a 200 “just a moment” page', { body: WALL }, 'suspect'],
  ['an empty body', { body: '' }, 'failed'],
  ['a login wall', { body: LOGIN }, 'suspect'],
  ['an error page with status 200', { body: ERROR }, 'suspect'],
  ['an empty shell', { body: '<div id="root"></div><script src="/app.js"></script>' }, 'suspect'],
  ['half a page', { body: policyPage().slice(0, 900) }, 'suspect'],
];

it('one bad day after another and the recovery raise no alert, change no version, and count as no “no change”', async () => {
  const watched = await watchedApp({ pages: { policy: { body: policyPage() } } });
  const { app, web, check } = watched;
  expect((await check()).get('policy')?.check.outcome).toBe('first');
  const verified = async () => (await app.archive.status(['plumbago/policy']))[0]?.verifiedUntil;
  const [seen, version] = [await verified(), (await app.archive.latest('plumbago/policy'))?.version.id];
  for (const [what, route, outcome] of NOT_IT) {
    web.routes.set('/policy', route);
    expect([what, (await check()).get('policy')?.check.outcome]).toEqual([what, outcome]);
    expect([what, await verified()]).toEqual([what, seen]);
    expect((await app.archive.latest('plumbago/policy'))?.version.id).toBe(version);
  }
  // Kept, for a person to look at.
  expect((await app.archive.suspectsOf('plumbago/policy')).length).toBe(
    NOT_IT.filter(([, , outcome]) => outcome === 'suspect').length,
  );
  web.routes.set('/policy', { body: policyPage() });
  expect((await check()).get('policy')?.check.outcome).toBe('unchanged');
  expect(await verified()).not.toBe(seen);
  expect(await alertsOf(watched)).toBe(0);
});

it('a change that hid behind the bad days is told once, against the last policy that was seen', async () => {
  const watched = await watchedApp({ pages: { policy: { body: policyPage() } } });
  const { web, check } = watched;
  await check();
  for (const body of [WALL, '', LOGIN]) {
    web.routes.set('/policy', { body });
    await check();
  }
  web.routes.set('/policy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
  const report = (await check()).get('policy');
  expect(report?.check.outcome).toBe('changed');
  expect(report?.change?.redline.counts).toMatchObject({ added: 1, removed: 0 });
  expect(await alertsOf(watched)).toBe(1);
});
