import * as composed from './composed.ts';
import * as sections from './open-sections.ts';
import * as consent from './remove-consent.ts';
import * as sampling from './sample.ts';
import * as scrolling from './scroll-through.ts';
import * as serializing from './serialize.ts';

/** What can be called in a page. */
export interface PageScripts {
  readonly sample: typeof sampling.sample;
  readonly removeConsent: typeof consent.removeConsent;
  readonly openSections: typeof sections.openSections;
  readonly scrollThrough: typeof scrolling.scrollThrough;
  readonly serialize: typeof serializing.serialize;
}

const FUNCTIONS = [
  composed.isSilent,
  composed.isElement,
  composed.composedChildren,
  composed.frameBody,
  composed.composedNodes,
  composed.textBelow,
  composed.composedClosest,
  sampling.sample,
  consent.speaksOfConsent,
  consent.overlayKind,
  consent.asksForConsent,
  consent.removeConsent,
  sections.isSection,
  sections.panelOf,
  sections.unhide,
  sections.contentRoot,
  sections.revealPresent,
  sections.openSections,
  sections.waitForPanel,
  sections.putBack,
  scrolling.pause,
  scrolling.scrollThrough,
  serializing.tooDeep,
  serializing.copyElement,
  serializing.copyInto,
  serializing.serialize,
];

/**
 * The source of an expression that puts the scripts into the world of a page, as `clausewatch`. They travel as their
 * own source text in one common scope, so each function may use those of the other files by name and nothing else.
 */
export function pageScriptsSource(): string {
  const functions = FUNCTIONS.map((script) => script.toString());
  const names = [
    'sample',
    'removeConsent',
    'openSections',
    'scrollThrough',
    'serialize',
  ] satisfies (keyof PageScripts)[];
  return `globalThis.clausewatch ??= (() => {\n${functions.join('\n')}\nreturn { ${names.join(', ')} };\n})(); 0`;
}
