import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import { renderHtml } from '../../src/diff/render-html.ts';
import { renderMarkdown } from '../../src/diff/render-markdown.ts';
import { renderPatch } from '../../src/diff/render-patch.ts';
import { renderTerminal } from '../../src/diff/render-terminal.ts';
import { renderText } from '../../src/diff/render-text.ts';
import { HOSTILE } from './hostile-policy.ts';
import { policyOf } from './policy-of.ts';

const LONG = 'Brightleaf waters your plants while you are away and writes down when it did so. '.repeat(12).trim();
const before = policyOf(
  '# Data',
  '## AI',
  'We never train:',
  '- on letters',
  `${LONG} We keep it for ninety days.`,
  'Last updated: May 1, 2025',
);
const after = policyOf(
  '# Data',
  '## AI',
  'We never train:',
  '- on sealed letters',
  `${LONG} We keep it for thirty days.`,
  'A sentence that is new here.',
  'Last updated: June 1, 2026',
);
const redline = diffDocuments(before, after);
const hostile = diffDocuments(
  policyOf(...HOSTILE.map((text) => `${text} is what was here before ${text}`)),
  policyOf(
    ...HOSTILE.map((text) => `${text} is what is here today ${text}`),
    ...HOSTILE.map((text) => `# ${text}`),
    ...HOSTILE,
  ),
);

describe('renderTerminal', () => {
  it('marks words without colour, under their headings and lead-in, what is cosmetic last', () => {
    const text = renderTerminal(redline, { title: 'Brightleaf', width: 100 });
    expect(text).toContain('Brightleaf\n2 changed, 1 added, 1 cosmetic\n');
    expect(text).toContain('Data › AI › We never train:\n~ Changed\n  on {+sealed+} letters');
    expect(text).toContain('[-ninety-]{+thirty+} days.');
    expect(text).toContain('{+A sentence that is new here.+}');
    expect(text.indexOf('date of the notice')).toBeGreaterThan(text.indexOf('A sentence that is new'));
  });

  it('cuts long unchanged text and no changed word', () => {
    const text = renderTerminal(redline, { width: 100 });
    expect(text).toContain('…');
    expect(text.length).toBeLessThan(LONG.length);
  });

  it('keeps lines within the width, with colour and without', () => {
    for (const color of [true, false]) {
      const lines = stripVTControlCharacters(renderTerminal(redline, { color, width: 50 })).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    }
  });

  it('says the same with colour and without', () => {
    const plain = renderTerminal(redline).replace(/\[-|-\]|\{\+|\+\}|\s+/g, '');
    const colored = renderTerminal(redline, { color: true });
    expect(colored).toContain('\u001b[');
    expect(stripVTControlCharacters(colored).replace(/\s+/g, '')).toBe(plain);
  });

  it('lets no control or bidirectional character of the page through', () => {
    for (const text of [renderTerminal(hostile), renderText(hostile, { title: HOSTILE.join('') })]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029]/u);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('shows where a paragraph was split or joined, and not the space that was there', () => {
    const [one, two] = [policyOf('# A', `${LONG} It ends.`), policyOf('# A', LONG, 'It ends.')];
    expect(renderTerminal(diffDocuments(one, two))).toMatch(/so\.\{\+¶\s\+\}It/);
    expect(renderTerminal(diffDocuments(two, one))).toMatch(/so\.\[-¶\s-\]It/);
  });

  it('says where there was no time to compare word by word', () => {
    const hunks = redline.hunks.map((hunk) => ({ ...hunk, granularity: 'sentences' as const }));
    expect(renderTerminal({ ...redline, hunks })).toContain(
      '~ Changed, too long to be compared by words: by sentences\n',
    );
    expect(renderTerminal(redline)).not.toContain('too long');
  });

  it('says that there is no difference', () => {
    expect(renderTerminal(diffDocuments(before, before))).toBe('no difference\n');
  });

  it('says how many hunks it left out', () => {
    expect(renderText(redline, { maxHunks: 1 })).toContain('… and 3 more');
    expect(renderText(redline, { cosmetic: 'count' })).not.toContain('Without a change of words');
  });
});

describe('renderHtml', () => {
  it.each(['inline', 'side-by-side'] as const)(
    'shows inserted and deleted words with text for screen readers: %s',
    (layout) => {
      const $ = load(renderHtml(redline, { layout, standalone: true, title: 'Brightleaf' }));
      expect($('ins').text()).toContain('[added: sealed');
      expect($('del').text()).toContain('[removed: ninety');
      expect($('html').attr('lang')).toBe('en');
      expect($('title').text()).toBe('Brightleaf');
      expect($('style, script, link, img').length).toBe(0);
      expect(
        $('ins, del')
          .toArray()
          .every((element) => $(element).attr('style')?.includes('color:')),
      ).toBe(true);
    },
  );

  it('shows all of the text before on the one side and all after on the other', () => {
    const split = diffDocuments(policyOf('# A', `${LONG} It ends.`), policyOf('# A', LONG, 'It ends here.'));
    const sides = (shown: typeof redline): string[] => {
      const $ = load(renderHtml(shown, { layout: 'side-by-side', context: 10_000 }));
      return $('div > div')
        .toArray()
        .map((side) =>
          $(side)
            .text()
            .replace(/\[(?:added|removed): |\]/g, ''),
        );
    };
    expect(sides(redline).slice(0, 2)).toEqual(['Before on letters', 'After on sealed letters']);
    expect(sides(split)).toEqual([`Before ${LONG} It ends.`, `After ${LONG}¶ It ends here.`]);
  });

  it('says that there was nothing on the other side of what was added', () => {
    const $ = load(renderHtml(redline, { layout: 'side-by-side' }));
    expect($('div > div:contains("that is new")').prev().text()).toBe('Before –');
  });

  it('lets a line end between what went and what came', () => {
    expect(renderHtml(redline)).toMatch(/<\/del><wbr><ins/);
  });

  it.each(['inline', 'side-by-side'] as const)('makes no markup of the text of a page: %s', (layout) => {
    const options = { layout, standalone: true, title: HOSTILE.join(' ') };
    const $ = load(renderHtml(hostile, options));
    const allowed = 'html,head,meta,title,body,main,h1,h2,p,div,span,ins,del,br,wbr'.split(',');
    const used = new Set(
      $('*')
        .toArray()
        .map((element) => $(element).prop('tagName')?.toLowerCase() ?? ''),
    );
    expect([...used].filter((tag) => !allowed.includes(tag))).toEqual([]);
    const attributes = new Set(
      $('*')
        .toArray()
        .flatMap((element) => Object.keys($(element).attr() ?? {})),
    );
    expect([...attributes].toSorted()).toEqual(['charset', 'content', 'dir', 'lang', 'name', 'style']);
    expect(renderHtml(hostile, options).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('renderMarkdown', () => {
  it('marks words with del and ins under their headings', () => {
    const text = renderMarkdown(redline, { title: 'Brightleaf' });
    expect(text).toContain('# Brightleaf');
    expect(text).toContain('**Data › AI › We never train:**');
    expect(text).toContain('> on <ins>sealed</ins> letters');
  });

  it('makes no markup of the text of a page', () => {
    const text = renderMarkdown(hostile);
    expect(text.match(/<\/?[a-z][^>]*>/gi)?.filter((tag) => !/^<\/?(?:ins|del)>$|^<br>$/.test(tag)) ?? []).toEqual([]);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
  });
});

const GNU_PATCH = 'patch';
// A bare container has none; wherever people keep code there is one.
const hasPatch = spawnSync(GNU_PATCH, ['--version']).status === 0;

describe('renderPatch', () => {
  const line = fc.constantFrom('', 'a', 'b', '- c', '+ d', '--- e', '@@ f', '\\ g', 'Größe “x”', 'tab\there');
  const text = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
    .map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''));

  it.skipIf(!hasPatch)('is what GNU patch needs to make the text after from the text before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausewatch-patch-'));
    try {
      fc.assert(
        fc.property(text, text, (from, to) => {
          const patch = renderPatch(from, to, { before: 'old version.md', after: 'new\nversion.md' });
          if (patch === '') {
            expect(from).toBe(to);
            return;
          }
          writeFileSync(join(folder, 'policy.md'), from);
          const args = ['--silent', '--force', '--no-backup-if-mismatch', join(folder, 'policy.md')];
          execFileSync(GNU_PATCH, ['--posix', '--unified', ...args], { input: patch, cwd: folder });
          expect(readFileSync(join(folder, 'policy.md'), 'utf8')).toBe(to);
        }),
        {
          numRuns: 60,
          examples: [
            ['a\nb\nc\n', 'a\nx\nc\n'],
            ['a', 'a\n'],
            ['', 'a\n'],
          ],
        },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
