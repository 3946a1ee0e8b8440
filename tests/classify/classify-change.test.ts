import { describe, expect, it } from 'vitest';
import { changesIn, meaningOf } from './text-of.ts';

const page = (...paragraphs: string[]): string => ['# Privacy Policy', ...paragraphs].join('\n\n');
const REST = 'We keep your account details for as long as you have an account with us.';
const TRAINS = 'We use the photos you upload to train our machine learning models.';
const EXCLUDES = 'We do not use the photos you upload to train our machine learning models.';

describe('polarity', () => {
  it('tells a new use from a new promise, though both hold the same words', () => {
    expect(changesIn(page(REST), page(REST, TRAINS))).toEqual(['added trains-on:user-content']);
    expect(changesIn(page(REST), page(REST, EXCLUDES))).toEqual(['added excludes:user-content']);
  });

  it('sees a "not" that disappears as a use begun in the place of a promise', () => {
    const meaning = meaningOf(page(EXCLUDES), page(TRAINS));
    expect(meaning.facts).toMatchObject([
      { effect: 'added', fact: 'trains-on:user-content', before: { fact: 'excludes:user-content', quote: EXCLUDES } },
    ]);
    expect(meaning).toMatchObject({
      direction: 'less-protective',
      severity: 'high',
      topics: ['ai-training'],
      cosmetic: false,
    });
  });

  it('sees a "not" that appears as more protective', () => {
    expect(meaningOf(page(TRAINS), page(EXCLUDES))).toMatchObject({
      severity: expect.any(String),
      topics: ['ai-training'],
    });
    expect(meaningOf(page(REST), page(REST, EXCLUDES))).toMatchObject({
      direction: 'more-protective',
      severity: 'medium',
    });
  });

  it('does not take a condition or a wish for a promise', () => {
    const optOut = 'If you do not want us to use your posts to train our models, you can object in your settings.';
    expect(changesIn(page(REST), page(REST, optOut))).toEqual([
      'added opt-out:account-setting',
      'added trains-on:user-content',
    ]);
  });

  it('keeps what is forbidden to others apart from what the platform promises', () => {
    const others = 'You may not use our content to train AI models.';
    expect(changesIn(page(REST), page(REST, others))).toEqual(['added restricts-training:content']);
  });
});

describe('a sentence that goes on about the one before', () => {
  const wayOut = 'You can turn this off in the menu.';

  it('is a way out of what was said, also over a sentence between', () => {
    const between = 'This includes pictures from earlier years.';
    expect(changesIn(page(REST), page(REST, `${TRAINS} ${between} ${wayOut}`))).toEqual([
      'added opt-out:toggle',
      'added trains-on:user-content',
    ]);
    expect(changesIn(page(`${TRAINS} ${between} ${wayOut}`), page(`${TRAINS} ${between}`))).toEqual([
      'removed opt-out:toggle',
    ]);
  });

  it('is not gone where it still stands and only the one before was dropped', () => {
    expect(changesIn(page(`${EXCLUDES} ${wayOut}`), page(wayOut))).toEqual(['removed excludes:user-content']);
  });

  it('misses no way out of one kind of data where that of another stays', () => {
    const leave = (what: string): string =>
      `Read how you can opt out of our use of your ${what} to train our AI models.`;
    const both = page(leave('photos'), leave('chats'));
    expect(changesIn(both, page(leave('photos')))).toEqual([
      'removed opt-out:unspecified',
      'removed trains-on:ai-interactions',
    ]);
  });

  it('says no more of the way out where only the use is told in other words', () => {
    const begins = (use: string): string => `${TRAINS} You will hear before we begin ${use}, and how you can object.`;
    expect(changesIn(page(begins('using your photos')), page(begins('with this')))).toEqual([]);
  });

  it('names what is used "for this purpose"', () => {
    const purpose = 'We train artificial intelligence on data. For this purpose we use your profile.';
    expect(changesIn(page(REST), page(REST, purpose))).toContain('added trains-on:profile');
  });
});

describe('what is used', () => {
  it.each([
    ['photos and comments in public albums', 'public-content'],
    ['comments you post publicly', 'public-content'],
    ['public posts', 'public-content'],
    ['the content of your private chats', 'private-messages'],
    ['transcripts of meetings', 'user-content'],
  ])('%s: %s', (data, kind) => {
    expect(changesIn(page(REST), page(REST, `We use ${data} to train our AI models.`))).toEqual([
      `added trains-on:${kind}`,
    ]);
  });

  it.each([
    'We use personal data to train AI models used to create audio and videos.',
    'We use personal data to train our content-generating models.',
  ])('is not what the models are for: %s', (sentence) => {
    expect(changesIn(page(REST), page(REST, sentence))).toEqual(['added trains-on:personal-data']);
  });

  it('is not what the models write', () => {
    const sentence = 'We use personal data to train AI models that write posts and profile summaries.';
    expect(changesIn(page(REST), page(REST, sentence))).toEqual(['added trains-on:personal-data']);
  });
});

describe('AI without training', () => {
  it('is not stated by an entry of a menu', () => {
    const menu = (...entries: string[]): string =>
      [
        '# Privacy Policy',
        REST,
        '## Products',
        entries.map((one) => `* [${one}](https://policy.example/p)`).join('\n'),
      ].join('\n\n');
    expect(changesIn(menu('Calendar'), menu('Calendar', 'AI tutor'))).toEqual([]);
  });

  it('is not stated by a bare heading', () => {
    const heading = '## Artificial intelligence';
    expect(changesIn(page(REST), page(REST, heading, 'We say more about this soon.'))).toEqual([]);
  });

  it('is not turned into its opposite by a negation', () => {
    const denied = 'We will not extract voiceprints from your recordings.';
    expect(meaningOf(page(REST), page(REST, denied))).toMatchObject({
      facts: [{ effect: 'added', fact: 'no-biometric-inference' }],
      direction: 'more-protective',
    });
    const profiling = 'We do not engage in profiling that leads to automated decisions.';
    expect(meaningOf(page(REST, profiling), page(REST))).toMatchObject({
      facts: [{ effect: 'removed', fact: 'no-automated-decision' }],
      direction: 'less-protective',
    });
  });
});

describe('what makes a change better or worse for people', () => {
  it('is the disappearance of a protective sentence, which holds no new word at all', () => {
    expect(meaningOf(page(REST, EXCLUDES), page(REST))).toMatchObject({
      facts: [{ effect: 'removed', fact: 'excludes:user-content', after: null }],
      direction: 'less-protective',
      severity: 'high',
    });
  });

  it('is "may" that becomes "does"', () => {
    const may = 'We may use the photos you upload to train our machine learning models.';
    expect(meaningOf(page(may), page(TRAINS))).toMatchObject({
      facts: [{ effect: 'reworded', fact: 'trains-on:user-content', direction: 'less-protective' }],
    });
    expect(meaningOf(page(TRAINS), page(may)).direction).toBe('more-protective');
  });

  it('is critical where private messages begin to be used, or a way out is gone', () => {
    const messages = 'We use your private messages to train our AI.';
    expect(meaningOf(page(REST), page(REST, messages)).severity).toBe('critical');
    const out = 'You can opt out of the use of your posts to train our AI at any time.';
    expect(meaningOf(page(REST, out), page(REST)).severity).toBe('critical');
  });

  it('is no loss where the use goes together with the way out of it', () => {
    const out = 'You can opt out of the training of our AI at any time.';
    expect(meaningOf(page(REST, TRAINS, out), page(REST))).toMatchObject({
      direction: 'more-protective',
      severity: 'medium',
    });
    const other = 'We use your voice to train our speech recognition models.';
    expect(meaningOf(page(REST, TRAINS, other, out), page(REST, other)).severity).toBe('critical');
  });

  it('is a promise that no longer makes an exception', () => {
    const promise = (end: string): string => `We do not use your videos to train our AI models${end}.`;
    expect(meaningOf(page(REST, promise(' without your consent')), page(REST, promise('')))).toMatchObject({
      facts: [{ effect: 'reworded', fact: 'excludes:user-content', direction: 'more-protective' }],
    });
    expect(meaningOf(page(REST, promise('')), page(REST, promise(', unless you report a fault'))).direction).toBe(
      'less-protective',
    );
  });

  it('is an exception to a use that is dropped', () => {
    const use = (end: string): string => `We use your videos to train our AI models${end}.`;
    expect(meaningOf(page(REST, use(', except videos of children')), page(REST, use(''))).direction).toBe(
      'less-protective',
    );
  });

  it('is medium at most where AI is the topic but not training', () => {
    const feature = 'Our assistant uses generative AI to write captions for you.';
    expect(meaningOf(page(REST), page(REST, feature))).toMatchObject({ topics: ['ai-other'], severity: 'low' });
    const decisions = 'We make automated decisions that have legal effects on you.';
    expect(meaningOf(page(REST), page(REST, decisions))).toMatchObject({ topics: ['ai-other'], severity: 'medium' });
  });
});

describe('no change of meaning', () => {
  const before = page(REST, `${TRAINS} See our help pages.`, 'We moderate what people post.');

  it.each([
    ['a clause that moved', page('We moderate what people post.', `${TRAINS} See our help pages.`, REST)],
    ['a paragraph that was split', page(REST, TRAINS, 'See our help pages.', 'We moderate what people post.')],
    ['a comma', before.replace('photos you upload', 'photos, you upload,')],
    ['a neighbour that changed', before.replace('as long as you have', 'while you keep')],
    ['a link', before.replace('machine learning models', '[machine learning models](https://policy.example/models)')],
  ])('%s', (_, after) => {
    expect(meaningOf(before, after)).toMatchObject({ facts: [], topics: [], severity: 'none' });
  });

  it.each([
    [
      'a product renamed',
      'We use what you tell Nimbus Chat to improve our AI models.',
      'We use what you tell Cirrus to improve our AI models.',
    ],
    [
      'a spelling',
      'We analyse behaviour to personalise and train our models.',
      'We analyze behavior to personalize and train our models.',
    ],
    ['a date', 'From 3 May 2025 we use your posts to train AI.', 'From 27 May 2026 we use your posts to train AI.'],
    [
      'an address',
      'To opt out of AI training write to a@policy.example now.',
      'To opt out of AI training write to dpo@policy.example now.',
    ],
  ])('%s inside a training sentence', (_, old, now) => {
    expect(changesIn(page(old), page(now))).toEqual([]);
  });

  it('another form of the verb at the head of an item', () => {
    const rules = (leadIn: string, item: string): string =>
      page(`${leadIn}:`, `* ${item} output to train a rival model`);
    expect(changesIn(rules('You may not', 'use'), rules('You are prohibited from', 'using'))).toEqual([]);
  });

  it('a sentence that stood above already, in a copy of the policy yet to come', () => {
    const coming = ['# Privacy Policy', '## Effective next month', TRAINS, '## Effective now', REST].join('\n\n');
    const current = ['# Privacy Policy', '## Effective now', TRAINS, REST].join('\n\n');
    expect(changesIn(coming, current)).toEqual([]);
  });

  it.each([
    'Our staff is trained every year in the protection of personal data.',
    'Our business model is to sell advertising, and we improve it with usage data.',
    'We collect your device model, operating system and language.',
    'You can buy train tickets in the app with the data in your profile.',
    'Footage of training by a military unit is removed.',
    'The model withdrawal form is at the end of these terms.',
    'We improve our products and services with the information you give us.',
    'Calls may be recorded for quality and training purposes.',
    'Your subscription renews automatically unless you opt out of renewal.',
    'Synthetic drugs may not be sold here.',
    'You may opt out of arbitration within thirty days.',
    'A hashing algorithm turns your e-mail address into a number.',
    'Marathon training plans are shared with your coach.',
    'The fashion models in our catalogue are adults.',
  ])('a false friend comes: %s', (sentence) => {
    expect(meaningOf(page(REST), page(REST, sentence)).topics).toEqual([]);
  });
});

describe('context', () => {
  const table = (...items: string[]): string =>
    ['# Privacy Policy', '## Develop and improve AI', 'We use:', ...items.map((item) => `* ${item}`)].join('\n\n');

  it('decides where an item without any AI word leaves a list under a training heading', () => {
    const meaning = meaningOf(table('Public posts', 'Usage data'), table('Usage data'));
    expect(meaning.facts).toMatchObject([
      { effect: 'removed', fact: 'trains-on:public-content', direction: 'more-protective' },
    ]);
    expect(meaning.facts[0]?.before).toMatchObject({
      quote: 'Public posts',
      context: ['Privacy Policy', 'Develop and improve AI', 'We use:'],
    });
  });

  const listed = (leadIn: string, ...items: string[]): string =>
    page(leadIn, items.map((item) => `* ${item}`).join('\n'));

  it('turns the meaning of items that stay as they are, where their lead-in turned', () => {
    const items = ['the photos you upload', 'the prompts you write'];
    const before = listed('We never use the following to train our models:', ...items);
    const after = listed('We use the following to train our models:', ...items);
    const found = meaningOf(before, after);
    const turned = found.facts.map(({ fact, before }) => `${before?.fact} → ${fact}`);
    expect(turned).toEqual(
      expect.arrayContaining([
        'excludes:user-content → trains-on:user-content',
        'excludes:ai-interactions → trains-on:ai-interactions',
      ]),
    );
    expect(found.direction).toBe('less-protective');
    expect(meaningOf(after, before).direction).toBe('more-protective');
  });

  it('turns the meaning of items whose heading turned', () => {
    const under = (heading: string): string =>
      ['# Policy', `## ${heading}`, 'Examples:', '* Training a language model on what our helper answers'].join('\n\n');
    expect(changesIn(under('What is allowed'), under('What is prohibited'))).toContain(
      'added restricts-training:content',
    );
  });

  it('names what an item adds to a list under a lead-in about models, however the item goes on', () => {
    const leadIn = 'To develop and improve the language models behind our helper, we use the following:';
    const chats = 'messages that you exchange in private and group chats which are not encrypted';
    expect(changesIn(listed(leadIn, 'licensed text'), listed(leadIn, 'licensed text', chats))).toEqual([
      'added trains-on:private-messages',
    ]);
  });

  it('misses no item that leaves one of two lists of the same words', () => {
    const lists = (...items: string[]): string =>
      ['## Adults', '### Develop and improve AI', 'We use:', '* Public posts', '* Usage data', '## Minors']
        .concat('### Develop and improve AI', 'We use:', ...items.map((item) => `* ${item}`))
        .join('\n\n');
    expect(changesIn(lists('Public posts', 'Usage data'), lists('Usage data'))).toEqual([
      'removed trains-on:public-content',
    ]);
  });

  it('misses no item that leaves one of two lists under the same heading', () => {
    const list = (...items: string[]): string => ['Training and improving AI', 'We use:', ...items].join('\n\n');
    const both = (...items: string[]): string =>
      ['# Privacy Policy', list('* Public posts', '* Usage data'), 'For minors:', list(...items)].join('\n\n');
    expect(changesIn(both('* Public posts', '* Usage data'), both('* Usage data'))).toEqual([
      'removed trains-on:public-content',
    ]);
    const twice = ['# Privacy Policy', list('* Public posts'), REST, list('* Public posts')].join('\n\n');
    expect(changesIn(twice, ['# Privacy Policy', list('* Public posts'), REST].join('\n\n'))).toEqual([]);
  });

  it('takes a short line above a list for its heading, as far as the next such line', () => {
    const lists = (...items: string[]): string =>
      ['## Legitimate interests', 'Training and improving AI', 'We use:', ...items.map((item) => `* ${item}`)]
        .concat('Improving our help pages', 'We use:', '* Photos you upload')
        .join('\n\n');
    expect(changesIn(lists('Public posts', 'Usage data'), lists('Usage data'))).toEqual([
      'removed trains-on:public-content',
    ]);
    expect(changesIn(lists('Usage data'), lists('Usage data').replace('Photos you upload', 'Reports'))).toEqual([]);
  });

  it('hears nothing new where a line of its own becomes a heading', () => {
    const below = 'People have ideas. To follow them, we improve the algorithms behind our maps, also by AI';
    const page = (title: string, end: string): string => ['# Privacy', 'Of maps.', title, below + end].join('\n\n');
    const line = 'Improving our machine learning models';
    expect(changesIn(page(line, '.'), page(`## ${line}`, ' (all of them).'))).toEqual([]);
    expect(changesIn(page('About our maps', '.'), page(line, '.'))).not.toEqual([]);
  });

  it('keeps such a heading over a line that only says for whom', () => {
    const list = (...items: string[]): string =>
      ['# Privacy Policy', 'Training and improving AI', 'For all members', 'What we use:']
        .concat(items.map((item) => `* ${item}`))
        .join('\n\n');
    expect(changesIn(list('Public posts', 'Usage data'), list('Usage data'))).toEqual([
      'removed trains-on:public-content',
    ]);
  });

  it('makes one statement of a lead-in and its item', () => {
    const list = (...items: string[]): string =>
      page('We use your information to:', items.map((item) => `* ${item}`).join('\n'));
    expect(changesIn(list('show you ads'), list('show you ads', 'train our models'))).toEqual([
      'added trains-on:personal-data',
    ]);
  });
});

describe('a change about neither topic', () => {
  it('has no topics, but is not cosmetic', () => {
    expect(meaningOf(page(REST), page('We delete your account details after ninety days.'))).toMatchObject({
      topics: [],
      severity: 'none',
      cosmetic: false,
    });
  });

  it('is cosmetic where only the typography changed', () => {
    expect(meaningOf(page("We don't sell data."), page('We don’t sell data.')).cosmetic).toBe(true);
  });
});
