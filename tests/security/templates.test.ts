import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { alertInput, changeWith, fact, factChange, PRIVACY, QUILLFEED, READER } from '../notify/fictional-change.ts';
import { readable } from './harmless-output.ts';

const SYNTAXES = [
  '{{7*7}}',
  ['$', '{7*7}'].join(''),
  '<%= 7*7 %>',
  '#{7*7}',
  '{%print 7*7%}',
  '*{7*7}',
  '@(7*7)',
  '$&',
  "$'",
  '$1',
  '%s',
  '{{constructor.constructor("return 7*7")()}}',
];

it('templates are fixed: whatever template language a text is in, it is told as it stands and never worked out', () => {
  for (const syntax of SYNTAXES) {
    const quote = `We may ${syntax} train our models.`;
    const added = factChange(null, fact('trains-on:content', quote, { context: [syntax] }), 'less-protective');
    const controls = QUILLFEED.controls.map((control) => ({
      ...control,
      name: syntax,
      steps: [syntax],
      limits: [syntax],
    }));
    const [row] = composeAlerts(
      alertInput({
        change: changeWith({ facts: [added] }),
        document: { ...PRIVACY, name: `Policy ${syntax}` },
        platforms: [{ ...QUILLFEED, name: `Quill ${syntax}`, controls }],
        subscriptions: [{ ...READER, id: syntax, to: { name: syntax, address: 'a@reader.example' } }],
      }),
    );
    const { subject = '', text = '', html = '' } = row?.message ?? {};
    const shown = [subject, text, load(html)('body').text(), load(html)('title').text()].map(readable);
    // A subject is cut where it is long.
    for (const part of syntax.length > 20 ? shown.slice(1) : shown)
      expect([syntax, part.includes(readable(`Quill ${syntax}`))]).toEqual([syntax, true]);
    expect(shown[1]).toContain(readable(quote));
    expect(shown[2]).toContain(readable(quote));
    expect(shown.some((part) => part.includes('49'))).toBe(false);
  }
});

it('no expression language in the configuration: a selector is CSS, and nothing else is taken for one', async () => {
  const expressions = [
    '//body',
    '/html/body',
    'xpath://p',
    'document("file:///etc/passwd")',
    'unparsed-text("/etc/passwd")',
    'jq:.a',
    '.[0] | env',
    '$ENV.SMTP_URL',
    'js:process.env',
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
    'p:contains(',
  ];
  const dir = join(temporaryFolder(), 'config');
  await writeTestConfig(dir, []);
  const document = { id: 'terms', name: 'Terms', kind: 'terms', urls: ['https://plumbago.example/'] };
  const documents = expressions.map((expression, at) => ({ ...document, id: `d${at}`, select: [expression] }));
  const sources = { platforms: [{ id: 'plumbago', name: 'Plumbago', documents }] };
  await writeFile(join(dir, 'sources.json'), JSON.stringify(sources), { mode: 0o600 });
  const message = await loadConfig({ dir, env: {} }).then(
    () => '',
    (error: Error) => error.message,
  );
  const taken = expressions.filter((_, at) => !message.includes(`documents[${at}].select[0]: `));
  expect(taken.length).toBeLessThan(expressions.length / 2);
  // What can be read as CSS is nothing else than that, and names no element there is.
  for (const css of taken) expect([css, load('<p>text</p>')(css).length]).toEqual([css, 0]);
});

it('settings are values: nothing in them is filled in from the environment or from files', async () => {
  const dir = join(temporaryFolder(), 'config');
  await writeTestConfig(dir, [{ id: 'privacy', url: 'https://plumbago.example/' }], {
    contact: 'https://plumbago.example/$HOME/%24%7BHOME%7D/~',
    subscriptions: [{ id: 'a', to: '$USER@example.org' }],
  });
  const { settings, userAgent } = await loadConfig({ dir, env: { HOME: '/root', USER: 'root' } });
  expect(settings.subscriptions[0]?.to.address).toBe('$USER@example.org');
  expect(userAgent).toContain('(+https://plumbago.example/$HOME/%24%7BHOME%7D/~)');
});

it('no code is made of text, and no other program is started but the browser, and git by the one place that bounds it', () => {
  const files = globSync('src/**/*.ts');
  expect(files.length).toBeGreaterThan(100);
  const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const using = (pattern: RegExp) => files.filter((file) => pattern.test(text.get(file) ?? ''));
  expect(using(/\beval\s*\(|\bnew Function\b|['"](?:node:)?vm['"]|\bFunction\s*\(/)).toEqual([]);
  const starters = using(/['"](?:node:)?child_process['"]/);
  expect(starters.toSorted()).toEqual(['src/extract/worker-extractor.ts', 'src/history/git/run-git.ts']);
});
