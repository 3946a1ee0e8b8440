import { describe, expect, it } from 'vitest';
import { loadSources } from '../../src/config/load-sources.ts';

const { platforms, violations } = await loadSources('/nonexistent');
const ids = platforms.map(({ id }) => id);

describe('the shipped list', () => {
  it('has no mistake', () => {
    expect(violations).toEqual([]);
  });

  it('watches the fourteen platforms it promises, with their owners', () => {
    expect(Object.fromEntries(platforms.map(({ id, owner }) => [id, owner]))).toEqual({
      facebook: 'Meta',
      instagram: 'Meta',
      threads: 'Meta',
      whatsapp: 'Meta',
      x: 'X',
      linkedin: 'Microsoft',
      tiktok: 'TikTok',
      snapchat: 'Snap',
      google: 'Google',
      youtube: 'Google',
      microsoft: 'Microsoft',
      zoom: 'Zoom',
      openai: 'OpenAI',
      reddit: 'Reddit',
    });
  });

  it('watches no address twice', () => {
    const urls = platforms.flatMap(({ documents }) => documents.flatMap((document) => document.urls));
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
  });

  it('gives the regional variants as documents of their own', () => {
    const documents = platforms.flatMap((platform) => platform.documents);
    const european = documents.filter(({ region }) => region === 'EU').map(({ platform }) => platform);
    expect(new Set(european)).toEqual(
      new Set(['facebook', 'whatsapp', 'x', 'linkedin', 'tiktok', 'google', 'microsoft', 'openai']),
    );
    expect(documents.filter(({ id, region }) => id.endsWith('-eu') !== (region === 'EU')).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('says of every address that nobody has seen in use that it has not been', () => {
    const documents = platforms.flatMap((platform) => platform.documents);
    const doubtful = documents.filter(({ note }) => note?.startsWith('Not seen in use')).map(({ id }) => id);
    expect(doubtful).toEqual([
      'facebook/generative-ai',
      'facebook/ai-terms',
      'x/about-grok',
      'linkedin/ai-questions',
      'tiktok/privacy-policy-us',
      'snapchat/privacy-policy-values',
      'snapchat/terms-short',
    ]);
  });
});

describe.each(ids)('%s in the shipped list', (id) => {
  const platform = platforms.find((candidate) => candidate.id === id);
  const speaking = platforms
    .flatMap(({ documents }) => documents)
    .filter(({ appliesTo, enabled }) => enabled && appliesTo.includes(id));
  const kinds = speaking.map(({ kind }) => kind);

  it('has a privacy policy and terms', () => {
    expect(kinds).toContain('privacy-policy');
    expect(kinds).toContain('terms');
  });

  it('has a page about AI, or says why not and since when', () => {
    if (kinds.includes('ai')) expect(platform?.noAiPage).toBeUndefined();
    else
      expect(platform?.noAiPage).toEqual({
        reason: expect.stringMatching(/.{10}/),
        date: expect.stringMatching(/^20/),
      });
  });

  it('tells how to refuse step by step, that nothing is offered, or that nothing is known', () => {
    const controls = platform?.controls ?? [];
    expect(controls.length > 0).toBe(platform?.noKnownControl === undefined);
    for (const control of controls) {
      expect(control.steps.length > 0).toBe(control.kind !== 'none-offered');
      expect(control.lastKnownTrue).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
      expect(control.readAt).not.toBe('');
    }
  });

  it('is fetched over https only', () => {
    expect(speaking.flatMap(({ urls }) => urls).filter((url) => !url.startsWith('https://'))).toEqual([]);
  });
});
