import type { DemoExpectation, DemoPlatform } from './demo-platform.ts';
import { fotovane } from './platforms/fotovane.ts';
import { ladderwell } from './platforms/ladderwell.ts';
import { murmelo } from './platforms/murmelo.ts';
import { roundhall } from './platforms/roundhall.ts';

/** One moment of the fictional web: what is published from then on, and what a check of everything has to find. */
export interface DemoStep {
  readonly title: string;
  /** For the person who watches the demo: what happens, and what clausewatch should make of it. */
  readonly story: string;
  /** By document id. */
  readonly expected: Readonly<Record<string, DemoExpectation>>;
}

export const demoPlatforms: readonly DemoPlatform[] = [fotovane, murmelo, ladderwell, roundhall];

/** `platform/slug`, as in the configuration. */
export function demoDocumentId(platform: DemoPlatform): string {
  return `${platform.id}/${platform.document.slug}`;
}

const STORIES: readonly Pick<DemoStep, 'title' | 'story'>[] = [
  {
    title: 'First look',
    story: 'Four policies are read and stored for the first time. Nobody is alerted; one message says what is watched.',
  },
  {
    title: 'A clause among the commas',
    story:
      'Fotovane re-sets its whole policy (quotes, numbers, paragraphs) and slips in that photos train its models. Ladderwell publishes a training clause. Murmelo only changes the date.',
  },
  {
    title: 'A promise disappears',
    story:
      'Murmelo drops the sentence that chats are not used for training, without a new date. Ladderwell withdraws its clause. Roundhall hides its policy behind a cookie wall, which must raise nothing.',
  },
  {
    title: 'The clause is back',
    story:
      'Ladderwell publishes the withdrawn clause again: a third change. Fotovane has a new design with the same words, and the cookie wall of Roundhall is gone; both must raise nothing.',
  },
  {
    title: 'The way out is gone',
    story:
      'Fotovane takes out the sentence on how to refuse. Murmelo answers with an error page and status 200, and Ladderwell with a new date; both must raise nothing.',
  },
  {
    title: 'Private messages',
    story:
      'Murmelo adds private chats to what its models learn from. Roundhall turns “not without your consent” into “may”, and lets other companies train as well.',
  },
  {
    title: 'About something else',
    story:
      'Roundhall offers an assistant that judges faces and voices: AI, but not training. Ladderwell keeps closed accounts longer: neither. Fotovane changes only its date.',
  },
];

export const demoSteps: readonly DemoStep[] = STORIES.map((story, index) => ({
  ...story,
  expected: Object.fromEntries(
    demoPlatforms.map((platform) => [demoDocumentId(platform), expectationAt(platform, index)]),
  ),
}));

function expectationAt(platform: DemoPlatform, step: number): DemoExpectation {
  const at = platform.steps[step];
  if (!at) throw new RangeError(`${platform.id} has no step ${step}.`);
  return at.expected;
}
