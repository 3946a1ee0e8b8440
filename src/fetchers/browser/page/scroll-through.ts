import type { PageDocument } from './dom.ts';

declare const document: PageDocument & { readonly scrollingElement: { readonly scrollHeight: number } | null };
declare const innerHeight: number;
declare function scrollTo(x: number, y: number): void;
declare function setTimeout(work: () => void, ms: number): void;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(() => resolve(), ms));
}

/** Shows the page from top to bottom, for parts that load when they are seen; bounded, as some pages have no bottom. */
export async function scrollThrough(maxSteps: number, stepMs: number): Promise<void> {
  for (let step = 1; step <= maxSteps; step += 1) {
    const bottom = document.scrollingElement?.scrollHeight ?? 0;
    if ((step - 1) * innerHeight >= bottom) break;
    scrollTo(0, step * innerHeight);
    await pause(stepMs);
  }
  scrollTo(0, 0);
}
