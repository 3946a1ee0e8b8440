import { describe, expect, it } from 'vitest';
import { load, pathsOf, violationsOf } from './config-folder.ts';

const settings = (value: object) => ({ 'settings.jsonc': value });
const subscribing = (...subscriptions: object[]) => settings({ subscriptions });

describe('a subscription', () => {
  it.each([
    ['you@example.org', { name: '', address: 'you@example.org' }],
    ['you@localhost', { name: '', address: 'you@localhost' }],
    ['The Desk <first.last+tag@mail.example.org>', { name: 'The Desk', address: 'first.last+tag@mail.example.org' }],
    [
      { name: 'Zoë Ångström', address: 'z@xn--exmple-cua.org' },
      { name: 'Zoë Ångström', address: 'z@xn--exmple-cua.org' },
    ],
    [{ address: 'a@b.example' }, { name: '', address: 'a@b.example' }],
  ])('goes to %j', async (to, mailbox) => {
    const config = await load(subscribing({ to }));
    expect(config.settings.subscriptions).toMatchObject([
      { to: mailbox, selectors: ['*'], topics: 'all', minSeverity: 'none' },
    ]);
  });

  it.each([
    'x@y.example\r\nBcc: z@y.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'Group: a@b.example;',
    '"quoted"@b.example',
    'a(comment)@b.example',
    'a@b@c.example',
    'a..b@c.example',
    'a@-b.example',
    'a@[127.0.0.1]',
    'a b@c.example',
    'müller@example.org',
    'a@exämple.org',
    'A, B <a@b.example>',
    'A\u202E <a@b.example>',
    'A <a@b.example> <c@d.example>',
    'nobody',
    '',
    `${'a'.repeat(65)}@b.example`,
    { name: 'A\nBcc: c@d.example', address: 'a@b.example' },
    { name: 'A', address: 'A <a@b.example>' },
    { name: 'A', address: 'a@b.example', cc: 'c@d.example' },
    ['a@b.example'],
    5,
    null,
  ])('refuses the recipient %j', async (to) => {
    const found = await violationsOf(load(subscribing({ to })));
    expect(found).toMatchObject([{ path: expect.stringMatching(/^subscriptions\[0\]\.to(\.cc)?$/) }]);
  });

  it('keeps its id when the list is reordered, and the id does not show the address', async () => {
    const [first, second] = [{ to: 'a@b.example' }, { to: 'C@d.example', topics: ['ai-training'] }];
    const ids = async (...list: object[]) =>
      (await load(subscribing(...list))).settings.subscriptions.map(({ id }) => id);
    const [a, c] = await ids(first, second);
    expect(await ids(second, first)).toEqual([c, a]);
    expect(`${a}${c}`).not.toMatch(/example|@/);
    expect(await ids({ ...second, to: 'c@D.example' })).toEqual([c]);
  });

  it('needs an id of its own where an address or an id comes twice', async () => {
    const to = 'a@b.example';
    expect(await pathsOf(load(subscribing({ to }, { to, topics: ['ai-other'] })))).toEqual(['subscriptions[1]']);
    expect(await pathsOf(load(subscribing({ to, id: 'all' }, { to, id: 'some' })))).toEqual([]);
    expect(await pathsOf(load(subscribing({ to, id: 'all' }, { to: 'c@d.example', id: 'all' })))).toEqual([
      'subscriptions[1]',
    ]);
  });

  it('cannot wait in silence for a platform that nobody watches', async () => {
    const found = await violationsOf(
      load(subscribing({ to: 'a@b.example', selectors: ['plumbago', 'quilwort', 'zz*'] })),
    );
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      ['subscriptions[0].selectors[1]', '"quilwort" names no document; nearest: quillwort, plumbago'],
      ['subscriptions[0].selectors[2]', expect.stringContaining('"zz*" names no document')],
    ]);
  });

  it.each([
    { topics: [] },
    { topics: ['ai'] },
    { topics: 'ai-training' },
    { minSeverity: 'urgent' },
    { selectors: [] },
  ])('refuses %j', async (fields) => {
    expect(await pathsOf(load(subscribing({ to: 'a@b.example', ...fields })))).toHaveLength(1);
  });
});

describe('settings', () => {
  it.each([
    'javascript:x',
    'ops@example.org',
    'https://a.example/ b',
    'https://a.example/)x',
    'https://a.example\r\nX-Evil: 1',
    'mailto:',
    'mailto:a@b\n',
    'https://user:pw@a.example',
  ])('refuse the contact %j, which would become part of a header', async (contact) => {
    expect(await pathsOf(load(settings({ contact })))).toEqual(['contact']);
  });

  it.each([
    ['5m', 300_000],
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['31d', 2_678_400_000],
  ])('read the interval %s as %i ms', async (every, everyMs) => {
    expect((await load(settings({ schedule: { every } }))).settings.schedule).toMatchObject({ every, everyMs });
  });

  it.each(['4m', '32d', '6', 'h', '1.5h', '-6h', '6 h', '0h', '1e3m', 6])('refuse the interval %j', async (every) => {
    expect(await pathsOf(load(settings({ schedule: { every } })))).toEqual(['schedule.every']);
  });

  it.each(['Mars/Olympus', '', '+02:00', 'local'])(
    'refuse the time zone %j, of which a scheduler would die',
    async (timeZone) => {
      expect(await pathsOf(load(settings({ schedule: { timeZone } })))).toEqual(['schedule.timeZone']);
    },
  );

  it("use the system's time zone unless told otherwise", async () => {
    const system = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect((await load({})).settings.schedule.timeZone).toBe(system);
    const told = await load(settings({ schedule: { timeZone: 'Pacific/Chatham' } }));
    expect(told.settings.schedule.timeZone).toBe('Pacific/Chatham');
  });

  it.each([
    { totalTimeoutMs: 0 },
    { maxBytes: 1e12 },
    { maxRedirects: -1 },
    { attempts: 1.5 },
    { attempts: '3' },
    { allowedPorts: [] },
    { allowedPorts: [70_000] },
    { allowLoopback: 'true' },
  ])('refuse http %j', async (http) => {
    expect((await pathsOf(load(settings({ http }))))[0]).toMatch(/^http\./);
  });
});

describe('the health endpoint', () => {
  it.each([0, 1, 65_535, 'off'])('may have the port %j', async (port) => {
    expect((await load(settings({ web: { port } }))).settings.web).toEqual({ port, host: '127.0.0.1' });
  });

  it.each([-1, 65_536, 80.5, '80', 'on', null])('cannot have the port %j', async (port) => {
    expect(await pathsOf(load(settings({ web: { port } })))).toEqual(['web.port']);
  });

  it.each(['0.0.0.0', '::', 'localhost', '10.0.0.1', '127.1', '127.0.0.1.example', '127.0.0.01', ''])(
    'is refused on %j, which is not this machine alone',
    async (host) => {
      expect(await pathsOf(load(settings({ web: { host } })))).toEqual(['web.host']);
    },
  );
});
