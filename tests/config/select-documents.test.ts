import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { selectDocuments } from '../../src/config/select-documents.ts';
import { load } from './config-folder.ts';

const ids = (config: Config, ...selectors: string[]) => selectDocuments(config, selectors).map(({ id }) => id);

describe('selecting documents', () => {
  it('takes all that are switched on when nothing is named', async () => {
    const config = await load({ 'sources.local.jsonc': { platforms: [{ id: 'quillwort', enabled: false }] } });
    expect(ids(config)).toEqual(['plumbago/privacy-policy', 'plumbago/ai']);
    expect(ids(config, '*')).toEqual(['plumbago/privacy-policy', 'plumbago/ai']);
    expect(ids(config, 'quillwort/*')).toEqual([]);
    expect(ids(config, 'quillwort/terms')).toEqual(['quillwort/terms']);
  });

  it('takes each document once and in the order of the list', async () => {
    const config = await load({});
    expect(ids(config, 'quillwort/terms', '*/p*', 'PLUMBAGO/privacy-policy')).toEqual([
      'plumbago/privacy-policy',
      'quillwort/terms',
    ]);
  });

  it('takes for a platform also what another one says for it', async () => {
    expect(ids(await load({}), 'quillwort')).toEqual(['plumbago/ai', 'quillwort/terms']);
  });

  it.each([
    ['plumbgo', 'nearest: plumbago, quillwort'],
    ['quillwort/tems', 'nearest: quillwort/terms'],
    ['plumbago/', 'nearest: plumbago/ai'],
    ['', 'nearest: plumbago'],
  ])('refuses %j and names what comes nearest', async (selector, nearest) => {
    const config = await load({});
    expect(() => ids(config, '*', selector)).toThrow(
      expect.objectContaining({ code: 'selector_unknown', message: expect.stringContaining(nearest) }),
    );
  });
});
