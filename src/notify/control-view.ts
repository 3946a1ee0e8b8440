import type { Control, Platform } from '../domain/source.ts';
import type { Change } from '../domain/version.ts';
import { safeLink } from './safe-link.ts';
import { clip, visibleText } from './visible-text.ts';

/** A way out as people read it. */
export interface ControlView {
  readonly platform: string;
  readonly name: string;
  readonly steps: readonly string[];
  /** Label and value: where it holds, the default, what it does not undo. */
  readonly notes: readonly (readonly [string, string])[];
  readonly lastKnownTrue: string;
  readonly readAt: string;
  /** `readAt` where it is a web address that may be linked. */
  readonly link: string | null;
}

const DEFAULTS: Readonly<Record<Control['default'], string | null>> = {
  on: 'on, unless you switch it off',
  off: 'off, unless you switch it on',
  'not-applicable': null,
  unknown: 'not known',
};

const MAX_CONTROLS = 12;

/** The ways out of the platforms a document speaks for, and what else to know about them. */
export function controlViews(
  platforms: readonly Platform[],
  change: Change,
): {
  readonly controls: readonly ControlView[];
  readonly controlWarnings: readonly string[];
  readonly withoutControl: readonly string[];
} {
  const all = platforms.flatMap((platform) => platform.controls.map((control) => ({ platform, control })));
  const offered = all.filter(({ control }) => control.kind !== 'none-offered');
  const without = platforms.filter(({ id }) => !offered.some(({ platform }) => platform.id === id));
  const warnings: string[] = [];
  const gone = change.classification.facts.some(({ fact, effect }) => /^opt-out\b/.test(fact) && effect !== 'added');
  if (gone && offered.length > 0) {
    warnings.push('This change touches a way to refuse: the steps below were read before it and may no longer work.');
  }
  const withoutControl = without.map(({ name, controls, noKnownControl }) => {
    const none = controls.find(({ kind }) => kind === 'none-offered');
    const looked = noKnownControl === undefined ? '' : ` (looked for on ${visibleText(noKnownControl.date)})`;
    const what = none
      ? `offers no way to refuse, as of ${visibleText(none.lastKnownTrue)}`
      : `no way to refuse is known to us${looked}`;
    return clip(`${clip(visibleText(name), 120)}: ${what}.`, 300);
  });
  return {
    controls: offered.slice(0, MAX_CONTROLS).map(({ platform, control }) => viewOf(platform, control)),
    controlWarnings: warnings,
    withoutControl,
  };
}

function viewOf(platform: Platform, control: Control): ControlView {
  const preset = DEFAULTS[control.default];
  const notes: (readonly [string, string])[] = [];
  if (control.regions.length > 0) notes.push(['Where', regionsInWords(control.regions)]);
  if (preset !== null) notes.push(['Default', preset]);
  if (control.limits.length > 0) notes.push(['Limits', clip(control.limits.map(visibleText).join('; '), 600)]);
  return {
    platform: clip(visibleText(platform.name), 120),
    name: clip(visibleText(control.name), 200),
    steps: control.steps.slice(0, 15).map((step) => clip(visibleText(step), 300)),
    notes,
    lastKnownTrue: clip(visibleText(control.lastKnownTrue), 20),
    readAt: clip(visibleText(control.readAt), 300),
    link: safeLink(control.readAt),
  };
}

function regionsInWords(regions: readonly string[]): string {
  const words = regions.map((region) => {
    if (region === 'global') return 'everywhere';
    return region.startsWith('except:') ? `not in ${region.slice('except:'.length).trim()}` : region;
  });
  return clip(visibleText(words.join(', ')), 300);
}
