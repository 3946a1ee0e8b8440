import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { Block, PolicyText } from '../../src/domain/block.ts';
import type { CosmeticReason } from '../../src/domain/redline.ts';
import { policyOf } from './policy-of.ts';

function reasons(before: PolicyText, after: PolicyText): (CosmeticReason | null)[] {
  return diffDocuments(before, after).hunks.map(({ cosmetic }) => cosmetic);
}

describe('a hunk is cosmetic', () => {
  it.each<[CosmeticReason, string, string]>([
    ['typography', 'It’s “your” data – always…', 'It\'s "your" data - always...'],
    ['typography', 'your per\u00adsonal data', 'your personal data'],
    ['typography', 'data\u00a0we keep', 'data we keep'],
    ['typography', 'photos , drafts', 'photos, drafts'],
    ['typography', 'We keep 30 days of it; see 3.4. Logs.', 'We keep 30days of it; see 3.4.Logs.'],
    ['typography', 'photos and videosWhat we do', 'photos and videos What we do'],
    ['typography', 'A l****etter is yours.', 'A letter is yours.'],
    ['typography', '我们使用 AI 训练', '我们使用AI训练'],
    ['typography', 'Effective on [1 May 2026].', 'Effective on 1 May 2026.'],
    ['typography', 'Deleted **at once ** on request.', 'Deleted at once on request.'],
    ['typography', 'See [the list](https://a.example/l_(1)?h=AT0) for more.', 'See [the list](/l) for more.'],
    ['typography', 'Click <a id="x" href="/a">here</a> to see it.', 'Click here to see it.'],
    ['case', '# YOUR CHOICES', '# Your choices'],
    ['case', '# How We Train', '# How we train'],
    ['case', 'ALL CAPITALS ARE A LOOK OF THE WHOLE.', 'All capitals are a look of the whole.'],
    ['case', '- Letters and Voice Notes', '- Letters and voice notes'],
    ['case', '- letters that you write to us', '- Letters that you write to us'],
    ['case', 'We keep it. then it is deleted.', 'We keep it. Then it is deleted.'],
    ['case', 'With Xbox we share nothing.', 'With XBOX we share nothing.'],
    ['numbering', '# 3. Your choices', '# 4. Your choices'],
    ['numbering', '# 3.1 Your choices', '# 3.2 Your choices'],
    ['numbering', '(a) your posts in public groups', '(b) your posts in public groups'],
    ['numbering', '• your posts in public groups', 'your posts in public groups'],
    ['numbering', '1. your posts', '2. your posts'],
    ['notice-date', 'Last updated: May 1, 2025', 'Last updated: June 12, 2026'],
    [
      'notice-date',
      'This privacy policy was last modified on 2025-05-01.',
      'This privacy policy was last modified on 2026-05-01.',
    ],
    ['notice-date', 'Zuletzt aktualisiert: 1. Mai 2025', 'Zuletzt aktualisiert: 12. Juni 2026'],
    ['notice-date', 'Dernière mise à jour : 1 mai 2025', 'Dernière mise à jour : 12 juin 2026'],
    ['notice-date', '最終更新日：2025年5月1日', '最終更新日：2026年6月12日'],
    ['relative-date', 'Updated 3 days ago', 'Updated 4 days ago'],
    ['relative-date', 'Updated yesterday', 'Updated 2 days ago'],
  ])('for %s: %s → %s', (reason, before, after) => {
    expect(reasons(policyOf(before), policyOf(after))).toEqual([reason]);
  });

  it('for a link that leads elsewhere, and says that no word changed', () => {
    const link = (href: string): PolicyText => {
      const block: Block = {
        ...(policyOf('See our help page.').blocks[0] as Block),
        links: [{ href, start: 8, end: 12 }],
      };
      return { title: '', language: 'en', blocks: [block] };
    };
    const redline = diffDocuments(link('https://a.example/1'), link('https://a.example/2'));
    expect(redline.hunks.map(({ cosmetic }) => cosmetic)).toEqual(['link-target']);
    expect(redline.changed).toBe(false);
  });

  it('for a paragraph that became a list item', () => {
    expect(reasons(policyOf('your posts'), policyOf('- your posts'))).toEqual(['structure']);
  });

  it('for a list that was one paragraph, numbers and all', () => {
    const list = policyOf('you keep it; 1. you post it; 2. you sell it.');
    const block = (text: string, marker: string): Block => ({
      ...(list.blocks[0] as Block),
      kind: 'list-item',
      depth: 0,
      text,
      marker,
    });
    const blocks = [list.blocks[0] as Block].map((one) => ({ ...one, text: 'you keep it;' }));
    const split = { ...list, blocks: [...blocks, block('you post it;', '1.'), block('you sell it.', '2.')] };
    expect(reasons(list, split)).toEqual(['structure']);
  });

  it('for a notice of the date alone that comes or goes', () => {
    const text = 'We keep your letters in a drawer.';
    expect(reasons(policyOf(text), policyOf('Last updated: May 1, 2025', text))).toEqual(['notice-date']);
  });
});

describe('a hunk is not cosmetic', () => {
  it.each([
    [
      'one letter in an address',
      'Write to aup-exceptions@brightleaf.example.',
      'Write to aup_exceptions@brightleaf.example.',
    ],
    ['an e-mail address', 'Write to privacy@brightleaf.example.', 'Write to data@brightleaf.example.'],
    ['an effective date', 'Effective: May 1, 2025', 'Effective: June 1, 2026'],
    [
      'an effective date beside that of the notice',
      'Last updated and effective May 1, 2025',
      'Last updated and effective June 1, 2026',
    ],
    [
      'a date inside a clause',
      'Posts from before May 1, 2025 are left out.',
      'Posts from before June 1, 2026 are left out.',
    ],
    [
      'a last update inside a clause',
      'We use the profile that you last updated on May 1, 2025 for training.',
      'We use the profile that you last updated on June 1, 2026 for training.',
    ],
    [
      'a span of time in a clause',
      'We delete what was posted more than 2 years ago.',
      'We delete what was posted more than 3 years ago.',
    ],
    ['a number of days at the start', '# 30 days of notice', '# 60 days of notice'],
    ['a quantity at the start', '1.5 million people use Brightleaf', '2.5 million people use Brightleaf'],
    ['a full stop that became a question', 'We train our models.', 'We train our models?'],
    ['words in brackets behind a link', 'We may [use](/help) it.', 'We may [use](not) it.'],
    ['words in angle brackets', 'We may <b>use</b> it.', 'We may <not>use</not> it.'],
    ['a word in a tag', 'We may <b>use it.', 'We may <b not>use it.'],
    ['a negation', 'We do use it.', 'We do not use it.'],
    ['an acronym that became a word', 'We send it to the US for storage.', 'We send it to the us for storage.'],
    ['an acronym in a title', '- Shared with Teams in the US', '- shared with teams in the us'],
    ['an acronym of two letters', 'Letters train AI at night.', 'Letters train ai at night.'],
    ['a word that became an acronym', 'They who write to us', 'They WHO write to us'],
    ['a defined term that is none any more', 'Shared with our Partners.', 'Shared with our partners.'],
    ['the case of an address', 'Ask at x.example/OptOut/a today.', 'Ask at x.example/OPTOUT/a today.'],
    ['two words that became one', 'It may be used.', 'It maybe used.'],
    ['two words that became one across markup', 'It may **be** used.', 'It maybe used.'],
    ['two numbers that became one', 'Rooms 1 2 are filmed.', 'Rooms 12 are filmed.'],
  ])('for %s', (_name, before, after) => {
    const redline = diffDocuments(policyOf(before), policyOf(after));
    expect(redline.hunks.map(({ cosmetic }) => cosmetic)).toEqual(redline.hunks.map(() => null));
    expect(redline.changed).toBe(true);
  });
});
