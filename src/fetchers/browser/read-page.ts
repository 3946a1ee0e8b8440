import { setTimeout as delay } from 'node:timers/promises';
import { FetchFailure } from '../fetch-failure.ts';
import { judgeStillness, type Stillness, type StillnessRules } from './judge-stillness.ts';
import type { OpenPage } from './open-page.ts';
import type { PageWorld } from './page-world.ts';

export interface ReadPageOptions extends StillnessRules {
  readonly maxBytes: number;
  readonly url: string;
  readonly signal: AbortSignal;
}

/** What a page held in the end. */
export interface PageReading {
  readonly html: string;
  /** Without fragment; pages change their address without loading another. */
  readonly url: string;
}

const LOOK_MS = 100;
const SCROLL = { steps: 60, stepMs: 25 };
const PRESS = { sections: 80, ms: 6_000 };

/**
 * Waits for the text of a page, takes consent dialogs away, opens what is collapsed, shows all of it once, and hands
 * out what it then holds. Throws `too_large`.
 */
export async function readPage(open: OpenPage, world: PageWorld, options: ReadPageOptions): Promise<PageReading> {
  await waitUntilStill(open, world, options);
  await world.call('removeConsent');
  open.stay();
  await world.call('scrollThrough', SCROLL.steps, SCROLL.stepMs);
  await waitUntilStill(open, world, { ...options, stillMs: options.stillMs / 2 });
  const before = await take(world, options);
  const { opened, movedAway } = await world.call('openSections', PRESS.sections, PRESS.ms);
  if (movedAway) return before;
  if (opened > 0) await waitUntilStill(open, world, { ...options, stillMs: options.stillMs / 2 });
  // Late ones come when the page has been used.
  await world.call('removeConsent');
  const after = await take(world, options);
  return after.url === before.url ? after : before;
}

async function waitUntilStill({ watch }: OpenPage, world: PageWorld, options: ReadPageOptions): Promise<void> {
  const start = performance.now();
  let stillness: Stillness | null = null;
  for (;;) {
    const { complete, length, hash } = await world.call('sample');
    const atMs = performance.now() - start;
    stillness = judgeStillness(stillness, { atMs, complete, length, hash, pending: watch.pending }, options);
    if (stillness.verdict === 'still') return;
    await delay(Math.min(LOOK_MS, options.stillMs / 2), undefined, { signal: options.signal });
  }
}

async function take(world: PageWorld, { maxBytes, url: address }: ReadPageOptions): Promise<PageReading> {
  const html = await world.call('serialize', maxBytes);
  if (html === null || Buffer.byteLength(html) > maxBytes) {
    throw new FetchFailure('too_large', { detail: `the page is larger than ${maxBytes} bytes`, url: address });
  }
  const { url } = await world.call('sample');
  return { html, url: url.split('#')[0] ?? url };
}
