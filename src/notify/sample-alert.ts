import type { Instant } from '../domain/capture.ts';
import type { Fact } from '../domain/fact.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import type { Version } from '../domain/version.ts';
import type { AlertInput } from './alert-view.ts';

// Quillfeed and its words are made up for this purpose (example.org is reserved by RFC 2606).
const BEFORE = 'We never use the private messages you exchange with friends to train our models.';
const AFTER = 'We may use the private messages you exchange with friends to train and improve our AI models.';
const CONTEXT = ['How we use your information', 'Improving our services'];

const DOCUMENT: WatchedDocument = {
  id: 'quillfeed/privacy',
  platform: 'quillfeed',
  name: 'Privacy Policy',
  kind: 'privacy-policy',
  urls: ['https://quillfeed.example.org/privacy'],
  region: 'global',
  language: 'en',
  appliesTo: ['quillfeed'],
  fetch: 'auto',
  select: [],
  remove: [],
  enabled: true,
};

const PLATFORM: Platform = {
  id: 'quillfeed',
  name: 'Quillfeed',
  owner: 'Quillfeed (fictional)',
  documents: [DOCUMENT],
  controls: [
    {
      id: 'ai-improvement',
      name: 'AI improvement switch',
      kind: 'toggle',
      steps: ['Open Settings', 'Privacy', 'AI improvement', 'Switch off “Use my messages”'],
      regions: ['global'],
      default: 'on',
      limits: ['does not undo training that has taken place'],
      lastKnownTrue: '2026-10-01',
      readAt: 'https://quillfeed.example.org/help/ai-improvement',
    },
  ],
};

const RULE = { id: 'sample', version: 1 };

function fact(name: string, quote: string, modality: 'does' | 'may'): Fact {
  return { fact: name, topic: 'ai-training', quote, context: CONTEXT, block: 12, modality, rule: RULE };
}

/** A made-up change of a made-up platform, as seen at `now` and the day before. */
export function sampleAlert(now: Instant): AlertInput {
  const yesterday = new Date(Date.parse(now) - 86_400_000).toISOString();
  const added = fact('trains-on:private-messages', AFTER, 'may');
  const removed = fact('excludes:private-messages', BEFORE, 'does');
  const block = (text: string) => ({ kind: 'paragraph', text, headingPath: CONTEXT, leadIn: null, links: [] }) as const;
  return {
    document: DOCUMENT,
    platforms: [PLATFORM],
    describe: ({ fact: name }) => name,
    previousVerifiedUntil: yesterday,
    redline: {
      text: `How we use your information › Improving our services\n\nWe [-never-] {+may+} use the private messages you exchange with friends to train {+and improve+} our {+AI+} models.`,
      html: '<h4>How we use your information › Improving our services</h4><p>We <del>never</del> <ins>may</ins> use the private messages you exchange with friends to train <ins>and improve</ins> our <ins>AI</ins> models.</p>',
    },
    change: {
      id: 'sample',
      documentId: DOCUMENT.id,
      before: version(1, 'first', yesterday),
      after: version(2, 'change', now),
      detectedAt: now,
      redline: {
        changed: true,
        counts: { added: 0, removed: 0, modified: 1, moved: 0 },
        hunks: [
          {
            kind: 'modified',
            before: [{ index: 12, block: block(BEFORE) }],
            after: [{ index: 12, block: block(AFTER) }],
            runs: [
              { op: 'delete', text: BEFORE },
              { op: 'insert', text: AFTER },
            ],
            cosmetic: null,
            alsoAt: [],
            granularity: 'words',
          },
        ],
      },
      classification: {
        topics: ['ai-training'],
        facts: [
          {
            effect: 'added',
            fact: added.fact,
            topic: added.topic,
            direction: 'less-protective',
            before: null,
            after: added,
          },
          {
            effect: 'removed',
            fact: removed.fact,
            topic: removed.topic,
            direction: 'less-protective',
            before: removed,
            after: null,
          },
        ],
        direction: 'less-protective',
        severity: 'critical',
        cosmetic: false,
        rulesVersion: 'sample',
      },
    },
  };
}

function version(number: number, origin: 'first' | 'change', capturedAt: Instant): Version {
  return {
    id: `sample-${number}`,
    documentId: DOCUMENT.id,
    number,
    origin,
    hash: '',
    title: 'Quillfeed Privacy Policy',
    language: 'en',
    capturedAt,
    fingerprint: '',
    revertsTo: null,
    captureId: `sample-${number}`,
    words: 2400,
  };
}
