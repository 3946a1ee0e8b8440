import type { DemoPlatform } from '../demo-platform.ts';
import { roundhallPolicy as policy } from '../policies/roundhall-policy.ts';

/** A video meeting service: a cookie wall that comes and goes, a consent that is dropped, an assistant that watches faces. */
export const roundhall: DemoPlatform = {
  id: 'roundhall',
  name: 'Roundhall',
  owner: 'Roundhall Communications Inc.',
  document: { slug: 'privacy', name: 'Roundhall Privacy Notice' },
  controls: [
    {
      id: 'roundhall-admin',
      name: 'Use of meeting content',
      kind: 'account-setting',
      steps: ['Sign in as administrator', 'Open Account › Meetings › Content', 'Switch off “Help Roundhall learn”'],
      regions: ['global'],
      default: 'on',
      limits: ['Only on paid plans', 'A guest cannot set it'],
      lastKnownTrue: '2026-04-13',
      readAt: 'Roundhall Help, “Settings for administrators” (fictional)',
    },
  ],
  noAiPage: { reason: 'Says what it does with AI in its privacy notice only', date: '2025-12-01' },
  chrome: {
    brand: 'Roundhall',
    tagline: 'Rooms without walls',
    menu: ['Product', 'Schools', 'Health', 'Plans', 'Host a meeting', 'Join'],
    footer: [
      { title: 'Product', links: ['Meetings', 'Events', 'Telephone', 'Hardware'] },
      { title: 'Support', links: ['Test your camera', 'Help', 'Service status'] },
      { title: 'Trust', links: ['Privacy', 'Security', 'Subprocessors', 'Terms'] },
    ],
    cookieNotice: 'Cookies help us to keep you signed in, to repair faults and to show you fitting offers.',
    copyright: 'Copyright 2026 Roundhall Communications Inc. All rights reserved.',
    accent: '#b54708',
  },
  server: {
    path: '/en/trust/privacy',
    oldPath: '/privacy',
    contentType: 'text/html',
    validator: 'none',
    gzip: false,
  },
  steps: [
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'first' } },
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'unchanged' } },
    { page: { kind: 'cookie-wall' }, expected: { outcome: 'suspect' } },
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'unchanged' } },
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'unchanged' } },
    {
      page: { kind: 'policy', markdown: policy.withoutConsent, design: 'classic' },
      expected: {
        outcome: 'changed',
        topics: ['ai-training'],
        facts: [
          { effect: 'added', fact: 'trains-on:voice-or-face' },
          { effect: 'removed', fact: 'consent-required' },
          { effect: 'added', fact: 'shares-for-training:model-providers' },
        ],
      },
    },
    {
      page: { kind: 'policy', markdown: policy.withCompanion, design: 'classic' },
      expected: {
        outcome: 'changed',
        topics: ['ai-other'],
        facts: [
          { effect: 'added', fact: 'ai-feature' },
          { effect: 'added', fact: 'biometric-inference' },
        ],
      },
    },
  ],
};
