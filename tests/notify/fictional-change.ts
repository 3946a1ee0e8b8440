import type { Subscription } from '../../src/domain/alert.ts';
import type { Fact, FactChange } from '../../src/domain/fact.ts';
import type { Hunk } from '../../src/domain/redline.ts';
import type { Platform, WatchedDocument } from '../../src/domain/source.ts';
import type { Change, Version } from '../../src/domain/version.ts';
import type { ComposeAlertsInput } from '../../src/notify/compose-alerts.ts';

export const PRIVACY: WatchedDocument = {
  id: 'quillfeed/privacy',
  platform: 'quillfeed',
  name: 'Privacy Policy',
  kind: 'privacy-policy',
  urls: ['https://quillfeed.example/privacy'],
  region: 'global',
  language: 'en',
  appliesTo: ['quillfeed', 'inkpot'],
  fetch: 'auto',
  select: [],
  remove: [],
  enabled: true,
};

export const QUILLFEED: Platform = {
  id: 'quillfeed',
  name: 'Quillfeed',
  owner: 'Quill Works',
  documents: [PRIVACY],
  controls: [
    {
      id: 'switch',
      name: 'AI improvement switch',
      kind: 'toggle',
      steps: ['Open Settings', 'Choose Privacy', 'Turn “AI improvement” off'],
      regions: ['global', 'except:EU'],
      default: 'on',
      limits: ['does not undo training that took place'],
      lastKnownTrue: '2026-10-01',
      readAt: 'https://quillfeed.example/help/ai',
    },
  ],
};

export const INKPOT: Platform = { id: 'inkpot', name: 'Inkpot', owner: 'Quill Works', documents: [], controls: [] };

export const READER: Subscription = {
  id: 'everything',
  to: { name: 'Ada Reader', address: 'ada@reader.example' },
  selectors: ['*'],
  topics: 'all',
  minSeverity: 'none',
};

const BEFORE = 'We never use the messages you exchange with friends to train our models.';
const AFTER = 'We may use the messages you exchange with friends to train our models.';
const OPT_OUT = 'You can turn this off under Settings › Privacy › AI improvement.';

export function fact(name: string, quote: string, more: Partial<Fact> = {}): Fact {
  return {
    fact: name,
    topic: 'ai-training',
    quote,
    context: ['How we use your information', 'We use your information to:'],
    block: 7,
    rule: { id: 'test', version: 1 },
    ...more,
  };
}

export function factChange(before: Fact | null, after: Fact | null, direction: FactChange['direction']): FactChange {
  const effect = before === null ? 'added' : after === null ? 'removed' : 'reworded';
  const { fact: name = '', topic = 'ai-training' } = after ?? before ?? {};
  return { effect, fact: name, topic, direction, before, after };
}

function version(number: number, capturedAt: string): Version {
  return {
    id: `v${number}`,
    documentId: PRIVACY.id,
    number,
    origin: number === 1 ? 'first' : 'change',
    hash: `${number}`,
    title: 'Privacy Policy',
    language: 'en',
    capturedAt,
    fingerprint: 'f',
    revertsTo: null,
    captureId: `c${number}`,
    words: 900,
  };
}

const paragraph = (text: string) =>
  ({ kind: 'paragraph', text, headingPath: ['How we use your information'], leadIn: null, links: [] }) as const;

const HUNK: Hunk = {
  kind: 'modified',
  before: [{ index: 7, block: paragraph(`${BEFORE} ${OPT_OUT}`) }],
  after: [{ index: 7, block: paragraph(AFTER) }],
  runs: [],
  cosmetic: null,
  alsoAt: [],
  granularity: 'words',
};

export const FACTS: readonly FactChange[] = [
  factChange(fact('opt-out:toggle', OPT_OUT), null, 'less-protective'),
  factChange(null, fact('trains-on:private-messages', AFTER, { modality: 'may' }), 'less-protective'),
  factChange(fact('excludes:private-messages', BEFORE), null, 'less-protective'),
];

export function changeWith(classification: Partial<Change['classification']> = {}, more: Partial<Change> = {}): Change {
  return {
    id: 'change-1',
    documentId: PRIVACY.id,
    before: version(1, '2026-11-20T02:40:00.000Z'),
    after: version(2, '2026-11-23T02:41:00.000Z'),
    detectedAt: '2026-11-23T02:41:00.000Z',
    redline: { hunks: [HUNK], counts: { added: 0, removed: 0, modified: 1, moved: 0 }, changed: true },
    classification: {
      topics: ['ai-training'],
      facts: FACTS,
      direction: 'less-protective',
      severity: 'critical',
      cosmetic: false,
      rulesVersion: '1',
      ...classification,
    },
    ...more,
  };
}

/** A whole fictional alert, to be varied. */
export function alertInput(more: Partial<ComposeAlertsInput> = {}): ComposeAlertsInput {
  return {
    change: changeWith(),
    document: PRIVACY,
    platforms: [QUILLFEED, INKPOT],
    subscriptions: [READER],
    redline: {
      text: `We [-never-] {+may+} use the messages you exchange with friends to train our models. [-${OPT_OUT}-]`,
      html: `<p>We <del>never</del> <ins>may</ins> use the messages you exchange with friends to train our models. <del>${OPT_OUT}</del></p>`,
    },
    describe: ({ fact: name, effect }) => `${name}: ${effect}`,
    previousVerifiedUntil: '2026-11-23T01:41:00.000Z',
    now: '2026-11-23T02:41:00.000Z',
    host: 'clausewatch.example',
    ...more,
  };
}

/** Who sends, in the tests of the mailers. */
export const SENDER = { name: 'clausewatch', address: 'watch@clausewatch.example' };
