import { describe, expect, it } from 'vitest';
import { load, pathsOf, TWO_PLATFORMS, violationsOf } from './config-folder.ts';

const local = (...platforms: object[]) => ({ 'sources.local.jsonc': { platforms } });
const OWN = { id: 'own', name: 'Own', kind: 'terms', urls: ['http://own.example/terms'] };

describe('own sources over the shipped list', () => {
  it('add platforms, which need no AI page and no controls', async () => {
    const { documents, platforms } = await load(local({ id: 'mine', name: 'Mine', documents: [OWN] }));
    expect(platforms.map(({ id }) => id)).toEqual(['plumbago', 'quillwort', 'mine']);
    expect(documents.at(-1)).toMatchObject({ id: 'mine/own', platform: 'mine', appliesTo: ['mine'] });
  });

  it('add documents to a known platform and leave its others alone', async () => {
    const { documents } = await load(local({ id: 'plumbago', documents: [OWN] }));
    expect(documents.map(({ id }) => id)).toEqual([
      'plumbago/privacy-policy',
      'plumbago/ai',
      'plumbago/own',
      'quillwort/terms',
    ]);
  });

  it('replace single fields of a known document and keep the rest', async () => {
    const before = (await load({})).documents[1];
    const overlay = { id: 'ai', urls: ['https://plumbago.example/new'], select: ['main > article'] };
    const { documents } = await load(local({ id: 'plumbago', documents: [overlay] }));
    expect(documents[1]).toEqual({ ...before, urls: overlay.urls, select: overlay.select });
  });

  it('replace fields of a known platform', async () => {
    const { platforms } = await load(local({ id: 'quillwort', name: 'Quillwort II' }));
    expect(platforms[1]).toMatchObject({ name: 'Quillwort II', owner: 'Plumbago' });
    expect(platforms[1]?.documents).toHaveLength(1);
  });

  it('are checked as often as the document says, else its platform, else the settings', async () => {
    const often = { ...OWN, id: 'often', every: '30m' };
    const { documents } = await load(local({ id: 'mine', name: 'Mine', every: '1d', documents: [OWN, often] }));
    expect(documents.slice(-2).map(({ everyMs }) => everyMs)).toEqual([86_400_000, 1_800_000]);
    expect(documents[0]).not.toHaveProperty('everyMs');
    const rarely = { ...OWN, every: '1m' };
    expect(await pathsOf(load(local({ id: 'mine', name: 'Mine', documents: [rarely] })))).toEqual([
      'platforms[0].documents[0].every',
    ]);
  });

  it('switch one document off, or a whole platform', async () => {
    const off = await load(
      local({ id: 'plumbago', documents: [{ id: 'ai', enabled: false }] }, { id: 'quillwort', enabled: false }),
    );
    expect(off.documents.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['plumbago/privacy-policy', true],
      ['plumbago/ai', false],
      ['quillwort/terms', false],
    ]);
  });

  it('may be given in part only where the shipped list has the rest', async () => {
    const paths = await pathsOf(
      load(local({ id: 'plumbago', documents: [{ id: 'new' }] }, { id: 'fresh', documents: [] })),
    );
    expect(paths).toEqual([
      'platforms[0].documents[0].name',
      'platforms[0].documents[0].kind',
      'platforms[0].documents[0].urls',
      'platforms[1].name',
      'platforms[1].documents',
    ]);
  });

  it('are told plainly what is missing', async () => {
    const found = await violationsOf(load(local({ id: 'fresh', name: 'Fresh', documents: [{ id: 'new' }] })));
    expect(new Set(found.map(({ message }) => message))).toEqual(new Set(['is required']));
  });

  it('have their mistakes reported where they were written', async () => {
    const overlay = { id: 'ai', appliesTo: ['quillwort', 'nowhere'], fetch: 'curl' };
    const found = await violationsOf(
      load(local({ id: 'plumbago', documents: [overlay], noAiPage: { reason: 'r', date: '2026-01' } })),
    );
    expect(found.every(({ file }) => file.endsWith('sources.local.jsonc'))).toBe(true);
    expect(found.map(({ path }) => path)).toEqual([
      'platforms[0].documents[0].fetch',
      'platforms[0].documents[0].appliesTo[1]',
      'platforms[0].noAiPage',
    ]);
  });

  it('are not all called unknown when the list below them cannot be read', async () => {
    const files = { ...local({ id: 'plumbago', documents: [{ id: 'ai', enabled: false }] }), 'sources.json': '{' };
    const found = await violationsOf(load(files));
    expect(found.map(({ file }) => file.replace(/.*\//, ''))).toEqual(['sources.json']);
  });
});

describe('a sources file', () => {
  const withDocument = (fields: object) => ({
    'sources.json': {
      platforms: [
        {
          ...TWO_PLATFORMS.platforms[1],
          noAiPage: { reason: 'r', date: '2026-01' },
          documents: [{ ...OWN, ...fields }],
        },
      ],
    },
  });
  const path = (field: string) => `platforms[0].documents[0].${field}`;

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://a.example/',
    'https://user:secret@a.example/',
    'https://user@a.example/',
    'https://a.example/\n',
    ' https://a.example/',
    'https://a.ex\tample/',
    'https://',
    'a.example/privacy',
    '',
    5,
  ])('refuses the URL %j', async (url) => {
    expect(await pathsOf(load(withDocument({ urls: [url] })))).toEqual([path('urls[0]')]);
  });

  it.each(['Terms', '../x', 'a/b', 'a--b', '-a', 'a_b', 'ä', '', 'con', 'a'.repeat(65)])(
    'refuses the id %j',
    async (id) => {
      expect(new Set(await pathsOf(load(withDocument({ id }))))).toEqual(new Set([path('id')]));
    },
  );

  it.each([
    ['region', 'Europe'],
    ['language', 'en-GB'],
    ['kind', 'policy'],
    ['proxy', 'socks5://127.0.0.1'],
    ['proxy', 'http://user:secret@proxy.example'],
    ['enabled', 'no'],
  ])('refuses %s %j', async (field, value) => {
    expect(await pathsOf(load(withDocument({ [field]: value })))).toEqual([path(field)]);
  });

  it.each(['main[', ':not(', 'p:unheard-of', '[', '<p>'])(
    'refuses the CSS selector %j before the first page is read with it',
    async (css) => {
      expect(await pathsOf(load(withDocument({ select: ['main'], remove: ['nav', css] })))).toEqual([
        path('remove[1]'),
      ]);
    },
  );

  it('must say what a person does to refuse, unless nothing is offered', async () => {
    const control = { id: 'c', name: 'C', kind: 'toggle', lastKnownTrue: '2026-01', readAt: 'here' };
    const platform = {
      ...TWO_PLATFORMS.platforms[0],
      id: 'a',
      noKnownControl: undefined,
      controls: [control, control],
    };
    const files = { 'sources.json': { platforms: [{ ...platform, documents: [{ ...OWN, kind: 'ai' }] }] } };
    expect(await pathsOf(load(files))).toEqual([
      'platforms[0].controls[0].steps',
      'platforms[0].controls[1].steps',
      'platforms[0].controls[1].id',
    ]);
  });

  it('cannot call a page about AI absent while it lists one, nor controls unknown', async () => {
    const [plumbago] = TWO_PLATFORMS.platforms;
    const control = { id: 'c', name: 'C', kind: 'none-offered', lastKnownTrue: '2026-01', readAt: 'here' };
    const both = { ...plumbago, controls: [control], noAiPage: { reason: 'r', date: '2026-01-01' } };
    const files = { 'sources.json': { platforms: [both, TWO_PLATFORMS.platforms[1]] } };
    expect(await pathsOf(load(files))).toEqual(['platforms[0].noAiPage', 'platforms[0].noKnownControl']);
  });
});
