import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/domain/alert.ts';
import { columns } from '../../src/domain/wrap-text.ts';
import { type AlertInput, alertView } from '../../src/notify/alert-view.ts';
import { renderAlert } from '../../src/notify/render-alert.ts';
import { alertInput, changeWith, FACTS, fact, factChange, PRIVACY, QUILLFEED, READER } from './fictional-change.ts';

const rendered = (input: AlertInput, reader: Subscription) => renderAlert(alertView(input), reader);
/** The text without wrapping and quotation marks, to look for sentences in it. */
const unwrapped = (text: string) => text.replace(/\n {2}> ?/g, ' ').replace(/\s+/g, ' ');
const asText = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('an alert', () => {
  it('answers what, whose, since when, in which words and what to do, in that order', () => {
    const { subject, text } = rendered(alertInput(), READER);
    expect(subject).toBe('[clausewatch] Quillfeed privacy: AI training on private messages (critical)');
    expect(text).toMatchSnapshot();
  });

  it('quotes every sentence that a fact stands on, in both parts', () => {
    const { text, html } = rendered(alertInput(), READER);
    for (const { before, after } of FACTS) {
      for (const quote of [before?.quote, after?.quote].filter((one) => one !== undefined)) {
        expect(unwrapped(text)).toContain(quote);
        expect(asText(html)).toContain(quote);
      }
    }
  });

  it('reads the items of one list together', () => {
    const context = ['Legal bases', 'To train our models we process:'];
    const items = ['Account data', 'Location data', 'Pictures'];
    const facts = items.map((item, n) =>
      factChange(null, fact('trains-on:profile', item, { block: 50 + n, context }), 'less-protective'),
    );
    const { text } = rendered(alertInput({ change: changeWith({ facts }) }), READER);
    expect(text.match(/^\* Quillfeed now says it trains AI on your profile$/gm)).toHaveLength(1);
    expect(text.match(/Under: Legal bases › To train our models we process:/g)).toHaveLength(1);
    for (const item of items) expect(text).toContain(`  > ${item}`);
  });

  it('claims no direction where words about AI changed and no statement did', () => {
    const change = changeWith({ facts: [], severity: 'medium', direction: 'neutral' });
    const { subject, text } = rendered(alertInput({ change }), READER);
    expect(subject).toBe('[clausewatch] Quillfeed privacy: words about AI training changed (medium)');
    expect(text).toContain('Quillfeed changed words about AI training in its Privacy Policy.');
    expect(text).toContain('Medium: the words changed, none of the statements we look for');
  });

  it('quotes a sentence once that states several things', () => {
    const quote = 'We train our models on what you post and on what you write to friends.';
    const facts = ['public-content', 'private-messages', 'profile'].map((data) =>
      factChange(null, fact(`trains-on:${data}`, quote), 'less-protective'),
    );
    const { html, text } = rendered(alertInput({ change: changeWith({ facts }) }), READER);
    expect(html.split(quote)).toHaveLength(2);
    for (const data of ['public posts', 'private messages', 'your profile'])
      expect(unwrapped(text)).toContain(`AI on ${data === 'your profile' ? '' : 'your '}${data}`);
  });

  it('says when no way to refuse is known, and warns when the change touches one', () => {
    const { text } = rendered(alertInput(), READER);
    expect(unwrapped(text)).toContain('Inkpot: no way to refuse is known to us');
    expect(unwrapped(text)).toContain('the steps below were read before it and may no longer work');
    const [, , promise] = FACTS;
    const without = rendered(alertInput({ change: changeWith({ facts: promise ? [promise] : [] }) }), READER);
    expect(unwrapped(without.text)).not.toContain('may no longer work');
  });

  it('names the day on which a way to refuse was looked for in vain', () => {
    const noKnownControl = { reason: 'none found in the help pages', date: '2026-11-01' };
    const { text } = rendered(alertInput({ platforms: [{ ...QUILLFEED, controls: [], noKnownControl }] }), READER);
    expect(unwrapped(text)).toContain('Quillfeed: no way to refuse is known to us (looked for on 2026-11-01).');
  });

  it('keeps apart what is not known to us and what a platform is known not to offer', () => {
    const control = { ...QUILLFEED.controls[0], kind: 'none-offered', lastKnownTrue: '2026-09' } as never;
    const { text } = rendered(alertInput({ platforms: [{ ...QUILLFEED, controls: [control] }] }), READER);
    expect(unwrapped(text)).toContain('Quillfeed: offers no way to refuse, as of 2026-09');
  });

  it('wraps the text part at 76 columns, addresses and the command apart', () => {
    const long = '日本語の長い文です。'.repeat(30);
    const facts = [
      ...FACTS,
      factChange(null, fact('trains-on:profile', `${'x'.repeat(300)} ${long}`), 'less-protective'),
    ];
    const { text } = rendered(alertInput({ change: changeWith({ facts }) }), READER);
    const tooLong = text.split('\n').filter((line) => columns(line) > 76 && !line.includes('https://'));
    expect(tooLong).toEqual([]);
  });

  it('keeps the subject within 78 characters whatever the names', () => {
    const platforms = [{ ...QUILLFEED, name: 'The Quillfeed and Inkpot Company of Upper and Lower Wherever Limited' }];
    const document = {
      ...PRIVACY,
      name: 'Privacy Policy for people in places that nobody has ever heard of, part two',
    };
    const { subject } = rendered(alertInput({ platforms, document }), READER);
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(subject).toContain('AI training on private messages (critical)');
  });

  it('says why it came and how to stop it', () => {
    const { text, html } = rendered(alertInput(), READER);
    for (const part of [unwrapped(text), html]) {
      expect(part).toContain('“everything”');
      expect(part).toContain('config/settings.jsonc');
    }
  });
});

describe('what comes from a page', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)',
    '</blockquote></div><h1>Your account is locked</h1>',
    '[click](javascript:alert(1))',
    '\u001B[31mred\u001B[0m\u0007',
    'evil\u202Etxt.exe\u2066',
    'line\r\nBcc: victim@elsewhere.example\r\n\r\nbody',
    '&lt;script&gt;',
  ];
  const input = (text: string) =>
    alertInput({
      change: changeWith({
        facts: [
          factChange(
            fact('trains-on:profile', text, { context: [text] }),
            fact('trains-on:profile', `${text} now`),
            'less-protective',
          ),
        ],
      }),
      document: { ...PRIVACY, name: text, urls: [`javascript:alert(1)//${text}`, 'https://quillfeed.example/privacy'] },
      platforms: [
        {
          ...QUILLFEED,
          name: text,
          controls: [
            { ...QUILLFEED.controls[0], name: text, steps: [text], readAt: `javascript:alert(1)//${text}` } as never,
          ],
        },
      ],
      redline: {
        text,
        html: `<p>${text}<a href="javascript:alert(1)">x</a><img src="https://track.example/p.gif"></p>`,
      },
      describe: () => text,
    });

  it.each(HOSTILE)('is text and nothing else: %j', (text) => {
    const mail = rendered(input(text), READER);
    const $ = load(mail.html);
    expect($('script, img, iframe, form, svg, object, link, base, input, video').length).toBe(0);
    expect($('h1').length).toBe(1);
    for (const element of $('*').toArray()) {
      if (!('attribs' in element)) continue;
      const { attribs } = element;
      expect(Object.keys(attribs).filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
      expect(attribs.style ?? '').not.toMatch(/url|expression|@/);
      expect(attribs.href ?? 'https://').toMatch(/^https?:/);
    }
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    expect(mail.subject).not.toContain('\n');
  });

  it('never makes the mail larger than 200 kB, and the mail says what was cut', () => {
    for (const letter of ['a ', 'ß', '語', '&', '<ins>x</ins>', '\n']) {
      const clause = letter.repeat(1_000_000 / letter.length);
      const facts = Array.from({ length: 200 }, (_, n) =>
        factChange(
          fact('excludes:profile', `${n}${clause}`, { block: n }),
          fact('trains-on:profile', clause),
          'less-protective',
        ),
      );
      const redline = { text: clause, html: `<p>${clause}</p>` };
      const mail = rendered(alertInput({ change: changeWith({ facts }), redline }), READER);
      expect(Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html)).toBeLessThan(140_000);
      expect(mail.text).toMatch(/more changed clauses are left out here|CUT HERE/);
      expect(mail.html).toMatch(/more changed clauses are left out here|Cut here/);
    }
  });

  it('loads nothing from anywhere', () => {
    const { html } = rendered(alertInput(), READER);
    expect(html).not.toMatch(/<(img|link|script|iframe)|@import|url\(|\ssrc=/i);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });
});
