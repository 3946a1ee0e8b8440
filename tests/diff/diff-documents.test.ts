import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import { marked, policyOf } from './policy-of.ts';

const RETENTION =
  'We keep the recordings of your garden for ninety days and delete them afterwards, unless a court orders us to keep them longer.';
const SHARING =
  'Brightleaf shares the location of your sensors with the companies that repair them, and with nobody else in the world.';
const COOKIES = 'Small files called cookies remember which language you prefer and whether you have signed in before.';

describe('diffDocuments', () => {
  it('marks the one word that changed in a paragraph', () => {
    const { hunks, counts, changed } = diffDocuments(
      policyOf('# Data', RETENTION, SHARING),
      policyOf('# Data', RETENTION.replace('ninety', 'thirty'), SHARING),
    );
    expect(changed).toBe(true);
    expect(counts).toEqual({ added: 0, removed: 0, modified: 1, moved: 0 });
    expect(marked(hunks[0]?.runs ?? [])).toContain('for [-ninety-]{+thirty+} days');
    expect(hunks[0]).toMatchObject({ cosmetic: null, granularity: 'words' });
  });

  it('tells an unrelated paragraph in the same place as removed and added', () => {
    const { counts } = diffDocuments(policyOf('# Data', RETENTION, SHARING), policyOf('# Data', COOKIES, SHARING));
    expect(counts).toEqual({ added: 1, removed: 1, modified: 0, moved: 0 });
  });

  it('tells a paragraph rewritten in part as one modified pair among others that came and went', () => {
    const { counts, hunks } = diffDocuments(
      policyOf('# Data', COOKIES, RETENTION),
      policyOf('# Data', SHARING, `${RETENTION.slice(0, 70)} at once when you ask.`),
    );
    expect(counts).toEqual({ added: 1, removed: 1, modified: 1, moved: 0 });
    expect(hunks.find(({ kind }) => kind === 'modified')?.before[0]?.block.text).toBe(RETENTION);
  });

  it('keeps a paragraph that was split and edited one hunk with several blocks after', () => {
    const { hunks, counts } = diffDocuments(
      policyOf('# Data', `${RETENTION} ${SHARING} ${COOKIES}`),
      policyOf('# Data', RETENTION, SHARING.replace('nobody', 'no one'), COOKIES),
    );
    expect(counts).toEqual({ added: 0, removed: 0, modified: 1, moved: 0 });
    expect(hunks[0]?.after.map(({ index }) => index)).toEqual([1, 2, 3]);
    expect(hunks[0]?.runs.filter(({ op }) => op === 'insert').map(({ text }) => text.trim())).toContain('no one');
  });

  it('keeps the rest of a paragraph with it that was cut off and edited by half', () => {
    const { hunks, counts } = diffDocuments(
      policyOf('# Data', `${COOKIES} They are gone when you close the window.`),
      policyOf('# Data', COOKIES, 'They are gone when you close the window or when a month is over.', SHARING),
    );
    expect(counts).toEqual({ added: 1, removed: 0, modified: 1, moved: 0 });
    expect(marked(hunks[0]?.runs ?? [])).toContain('close the window{+ or when a month is over+}.');
  });

  it('keeps paragraphs that were joined one hunk with several blocks before', () => {
    const { hunks } = diffDocuments(
      policyOf('# Data', RETENTION, SHARING),
      policyOf('# Data', `${RETENTION} ${SHARING.replace('nobody', 'no one')}`),
    );
    expect(hunks.map(({ kind, before }) => [kind, before.length])).toEqual([['modified', 2]]);
  });

  it('says that nothing changed where the same words were cut into paragraphs elsewhere', () => {
    const { hunks, changed } = diffDocuments(
      policyOf('# Data', RETENTION, SHARING, COOKIES),
      policyOf('# Data', `${RETENTION} ${SHARING}`, COOKIES),
    );
    expect(changed).toBe(false);
    expect(hunks.map(({ cosmetic }) => cosmetic)).toEqual(['structure']);
  });

  it('tells a section that stands elsewhere as one move', () => {
    const section = ['## Repair', SHARING, COOKIES];
    const { hunks } = diffDocuments(
      policyOf('# A', ...section, '# B', RETENTION, 'Another thing entirely.', 'And more of it.', 'And a last one.'),
      policyOf('# A', '# B', RETENTION, 'Another thing entirely.', 'And more of it.', 'And a last one.', ...section),
    );
    expect(hunks.map(({ kind, after, cosmetic }) => [kind, after.length, cosmetic])).toEqual([['moved', 3, null]]);
  });

  it('marks the words of a paragraph that moved and was edited', () => {
    const { hunks, counts } = diffDocuments(
      policyOf('# A', SHARING, '# B', RETENTION, COOKIES),
      policyOf('# A', '# B', RETENTION, COOKIES, SHARING.replace('nobody', 'no one')),
    );
    expect(counts).toEqual({ added: 0, removed: 0, modified: 0, moved: 1 });
    expect(marked(hunks[0]?.runs ?? [])).toContain('[-nobody-]{+no one+}');
  });

  it('never calls an item cosmetic that moved from what is not used to what is used', () => {
    const { hunks } = diffDocuments(
      policyOf('# Training', 'We use:', '- posts', '- photos', 'We never use:', '- voice messages', '- drafts'),
      policyOf('# Training', 'We use:', '- posts', '- photos', '- voice messages', 'We never use:', '- drafts'),
    );
    expect(hunks.map(({ kind, cosmetic, after }) => [kind, cosmetic, after[0]?.block.text])).toEqual([
      ['moved', null, 'voice messages'],
    ]);
  });

  it('calls items cosmetic that changed places in one list', () => {
    const { hunks, changed } = diffDocuments(
      policyOf('We use:', '- posts', '- photos', '- drafts'),
      policyOf('We use:', '- drafts', '- posts', '- photos'),
    );
    expect(hunks.map(({ kind, cosmetic }) => [kind, cosmetic])).toEqual([['moved', 'order']]);
    expect(changed).toBe(true);
  });

  it('never calls a heading cosmetic that moved away from what stood under it', () => {
    const { hunks } = diffDocuments(
      policyOf('## Never', 'Voice messages of all people.', '## Always', 'Public posts of adults.'),
      policyOf('Voice messages of all people.', '## Never', '## Always', 'Public posts of adults.'),
    );
    expect(hunks.filter(({ cosmetic }) => cosmetic !== null)).toEqual([]);
    expect(hunks).not.toEqual([]);
  });

  it('pairs a text that stands in two typographies with its own, wherever that went', () => {
    const curly = 'You’ll hear of it before anybody else does.';
    const straight = "You'll hear of it before anybody else does.";
    const { hunks } = diffDocuments(
      policyOf('# A', curly, RETENTION, '# B', straight, COOKIES),
      policyOf('# B', straight, COOKIES, '# A', curly, RETENTION),
    );
    expect(hunks.flatMap(({ runs }) => runs).filter(({ op }) => op !== 'equal')).toEqual([]);
  });

  it('names the blocks that came under another heading although they did not change', () => {
    const { hunks, contexts } = diffDocuments(policyOf('# We never', RETENTION), policyOf('# We may', RETENTION));
    expect(hunks.map(({ kind }) => kind)).toEqual(['modified']);
    expect(contexts).toEqual([{ before: 1, after: 1, headingPath: ['We may'], leadIn: null }]);
  });

  it('says where the text of an added block stands already', () => {
    const { hunks } = diffDocuments(policyOf('# Now', RETENTION), policyOf('# Coming', RETENTION, '# Now', RETENTION));
    const added = hunks.filter(({ kind }) => kind === 'added');
    expect(added.map(({ alsoAt, cosmetic }) => [alsoAt, cosmetic])).toContainEqual([[1], null]);
  });

  it('lists what was removed where it stood', () => {
    const { hunks } = diffDocuments(
      policyOf(RETENTION, SHARING, COOKIES, '# End'),
      policyOf(RETENTION, COOKIES, '# End', 'A new last word about nothing that was here.'),
    );
    expect(hunks.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it.each([
    ['nothing', policyOf(), policyOf(), 0],
    ['everything added', policyOf(), policyOf(RETENTION), 1],
    ['everything removed', policyOf(RETENTION), policyOf(), 1],
  ])('takes an empty document on either side: %s', (_name, before, after, count) => {
    expect(diffDocuments(before, after).hunks).toHaveLength(count);
  });

  it('marks words, not sentences, in a script without spaces', () => {
    const chinese = (text: string) => ({ ...policyOf(text), language: 'zh' });
    const { hunks } = diffDocuments(
      chinese('我们可能会使用您的公开内容来训练我们的模型。'),
      chinese('我们不会使用您的公开内容来训练我们的模型。'),
    );
    const changedText =
      hunks[0]?.runs
        .filter(({ op }) => op !== 'equal')
        .map(({ text }) => text)
        .join('') ?? '';
    expect(changedText.length).toBeLessThanOrEqual(6);
    expect(changedText).not.toBe('');
  });
});
