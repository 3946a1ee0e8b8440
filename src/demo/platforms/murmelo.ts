import type { DemoPlatform } from '../demo-platform.ts';
import { murmeloPolicy as policy } from '../policies/murmelo-policy.ts';

/** A messenger: a new date, a promise that quietly disappears, an error page, then private messages as training data. */
export const murmelo: DemoPlatform = {
  id: 'murmelo',
  name: 'Murmelo',
  owner: 'Murmelo AS',
  document: { slug: 'privacy', name: 'Privacy at Murmelo' },
  controls: [
    {
      id: 'murmelo-improve-assist',
      name: 'Help improve Assist',
      kind: 'toggle',
      steps: ['Open Settings', 'Choose Assist', 'Switch off “Help improve Assist”'],
      regions: ['global'],
      default: 'on',
      limits: ['Covers your own questions to Assist, not what others in a chat ask it'],
      lastKnownTrue: '2026-02-02',
      readAt: 'Privacy at Murmelo, “Assist, our helper in the chat” (fictional)',
    },
  ],
  noAiPage: { reason: 'Says what it does with AI in its privacy notice only', date: '2026-02-02' },
  chrome: {
    brand: 'Murmelo',
    tagline: 'Talk quietly',
    menu: ['Features', 'Murmelo Plus', 'For business', 'Security', 'Download'],
    footer: [
      { title: 'Murmelo', links: ['Our story', 'Jobs', 'Status'] },
      { title: 'Help', links: ['Questions and answers', 'Report abuse', 'Contact'] },
      { title: 'Small print', links: ['Privacy', 'Conditions', 'Open source licences'] },
    ],
    cookieNotice: 'This site sets one cookie that remembers your language. Say no and we will guess it each time.',
    copyright: '© Murmelo AS 2019–2026, Vestvik, Norway',
    accent: '#0b7a75',
  },
  server: { path: '/privacy', contentType: 'text/html; charset=utf-8', validator: 'last-modified', gzip: false },
  steps: [
    { page: { kind: 'policy', markdown: policy.first, design: 'modern' }, expected: { outcome: 'first' } },
    { page: { kind: 'policy', markdown: policy.newDate, design: 'modern' }, expected: { outcome: 'cosmetic' } },
    {
      page: { kind: 'policy', markdown: policy.withoutPromise, design: 'modern' },
      expected: {
        outcome: 'changed',
        topics: ['ai-training'],
        facts: [{ effect: 'removed', fact: 'excludes:private-messages' }],
      },
    },
    { page: { kind: 'policy', markdown: policy.withoutPromise, design: 'modern' }, expected: { outcome: 'unchanged' } },
    { page: { kind: 'error-page' }, expected: { outcome: 'suspect' } },
    {
      page: { kind: 'policy', markdown: policy.withMessages, design: 'modern' },
      expected: {
        outcome: 'changed',
        topics: ['ai-training'],
        facts: [{ effect: 'added', fact: 'trains-on:private-messages' }],
      },
    },
    { page: { kind: 'policy', markdown: policy.withMessages, design: 'modern' }, expected: { outcome: 'unchanged' } },
  ],
};
