import type { DemoPlatform } from '../demo-platform.ts';
import { fotovanePolicy as policy } from '../policies/fotovane-policy.ts';

/** A photo network: a clause slipped in among formatting, a redesign, then the way out is gone. */
export const fotovane: DemoPlatform = {
  id: 'fotovane',
  name: 'Fotovane',
  owner: 'Fotovane Networks Ltd',
  document: { slug: 'privacy', name: 'Fotovane Privacy Policy' },
  controls: [
    {
      id: 'fotovane-objection',
      name: 'Objection to the use of photos for AI',
      kind: 'form',
      steps: ['Open fotovane.example/help/object and log in', 'Choose “Creative tools”', 'Send the form'],
      regions: ['EU', 'GB', 'CH'],
      default: 'on',
      limits: ['Does not undo training that has already taken place'],
      lastKnownTrue: '2026-03-02',
      readAt: 'Fotovane Help Centre, “Object to a use of your data” (fictional)',
    },
  ],
  noAiPage: { reason: 'Says what it does with AI in its privacy policy only', date: '2026-01-12' },
  chrome: {
    brand: 'Fotovane',
    tagline: 'Pictures worth keeping',
    menu: ['Explore', 'Albums', 'Prints', 'Storage plans', 'Help'],
    footer: [
      { title: 'Company', links: ['About us', 'Careers', 'Press'] },
      { title: 'Community', links: ['Rules', 'Photo walks', 'Blog'] },
      { title: 'Legal', links: ['Privacy', 'Terms', 'Cookies', 'Imprint'] },
    ],
    cookieNotice: 'We use cookies to remember your settings and to count visits. You decide which ones.',
    copyright: '© 2026 Fotovane Networks Ltd. All photographs belong to the people who took them.',
    accent: '#8a3ffc',
  },
  server: { path: '/legal/privacy', contentType: 'text/html; charset=utf-8', validator: 'etag', gzip: false },
  steps: [
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'first' } },
    {
      page: { kind: 'policy', markdown: policy.withTraining, design: 'classic' },
      expected: {
        outcome: 'changed',
        topics: ['ai-training'],
        facts: [
          { effect: 'added', fact: 'trains-on:public-content' },
          { effect: 'added', fact: 'opt-out' },
        ],
      },
    },
    { page: { kind: 'policy', markdown: policy.withTraining, design: 'classic' }, expected: { outcome: 'unchanged' } },
    { page: { kind: 'policy', markdown: policy.withTraining, design: 'modern' }, expected: { outcome: 'unchanged' } },
    {
      page: { kind: 'policy', markdown: policy.withoutWayOut, design: 'modern' },
      expected: { outcome: 'changed', topics: ['ai-training'], facts: [{ effect: 'removed', fact: 'opt-out' }] },
    },
    { page: { kind: 'policy', markdown: policy.withoutWayOut, design: 'modern' }, expected: { outcome: 'unchanged' } },
    { page: { kind: 'policy', markdown: policy.newDate, design: 'modern' }, expected: { outcome: 'cosmetic' } },
  ],
};
