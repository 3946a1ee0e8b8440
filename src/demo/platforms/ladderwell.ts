import type { DemoExpectation, DemoPlatform } from '../demo-platform.ts';
import { ladderwellPolicy as policy } from '../policies/ladderwell-policy.ts';

const PUBLISHED: DemoExpectation = {
  outcome: 'changed',
  topics: ['ai-training'],
  facts: [
    { effect: 'added', fact: 'trains-on:profile' },
    { effect: 'added', fact: 'opt-out' },
    { effect: 'added', fact: 'forward-only' },
  ],
};

const WITHDRAWN: DemoExpectation = {
  outcome: 'changed',
  topics: ['ai-training'],
  facts: [
    { effect: 'removed', fact: 'trains-on:profile' },
    { effect: 'removed', fact: 'opt-out' },
    { effect: 'removed', fact: 'forward-only' },
  ],
};

/** A professional network: a clause published, withdrawn and published again, then a change about something else. */
export const ladderwell: DemoPlatform = {
  id: 'ladderwell',
  name: 'Ladderwell',
  owner: 'Ladderwell Holding B.V.',
  document: { slug: 'privacy', name: 'Ladderwell Privacy Statement' },
  controls: [
    {
      id: 'ladderwell-writing-tools',
      name: 'Improve writing tools',
      kind: 'toggle',
      steps: ['Open Settings', 'Choose Data', 'Switch off “Improve writing tools”'],
      regions: ['global', 'except:EU'],
      default: 'on',
      limits: ['Does not affect training that has already taken place'],
      lastKnownTrue: '2026-02-09',
      readAt: 'Ladderwell Privacy Statement, section 2.5 (fictional)',
    },
  ],
  noAiPage: { reason: 'Says what it does with AI in its privacy statement only', date: '2026-01-05' },
  chrome: {
    brand: 'Ladderwell',
    tagline: 'Work, one rung at a time',
    menu: ['People', 'Positions', 'Courses', 'Recruiting', 'Join now', 'Sign in'],
    footer: [
      { title: 'General', links: ['Sign up', 'Help Center', 'Newsroom', 'Developers'] },
      { title: 'Browse', links: ['Courses', 'Salaries', 'Articles'] },
      { title: 'Policies', links: ['User Agreement', 'Privacy Statement', 'Cookie Notice', 'Accessibility'] },
    ],
    cookieNotice: 'Ladderwell and third parties use essential and optional cookies. See our Cookie Notice for details.',
    copyright: 'Ladderwell © 2026',
    accent: '#0a58ca',
  },
  server: { path: '/legal/privacy-statement', contentType: 'text/html; charset=utf-8', validator: 'none', gzip: true },
  steps: [
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: { outcome: 'first' } },
    { page: { kind: 'policy', markdown: policy.withClause, design: 'classic' }, expected: PUBLISHED },
    { page: { kind: 'policy', markdown: policy.first, design: 'classic' }, expected: WITHDRAWN },
    { page: { kind: 'policy', markdown: policy.withClause, design: 'classic' }, expected: PUBLISHED },
    { page: { kind: 'policy', markdown: policy.newDate, design: 'classic' }, expected: { outcome: 'cosmetic' } },
    { page: { kind: 'policy', markdown: policy.newDate, design: 'classic' }, expected: { outcome: 'unchanged' } },
    {
      page: { kind: 'policy', markdown: policy.longerRetention, design: 'classic' },
      expected: { outcome: 'changed', topics: [], facts: [] },
    },
  ],
};
