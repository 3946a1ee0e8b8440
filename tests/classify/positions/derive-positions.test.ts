import { describe, expect, it } from 'vitest';
import type { DataKind } from '../../../src/classify/data-kinds.ts';
import { derivePositions } from '../../../src/classify/positions/derive-positions.ts';
import type { ReadDocument } from '../../../src/classify/positions/position.ts';
import { readFacts } from '../../../src/classify/read-facts.ts';
import type { Fact } from '../../../src/domain/fact.ts';

function document(id: string, text: string, region = 'global'): ReadDocument {
  const blocks = text.split('\n').map((line) => ({
    kind: 'paragraph' as const,
    text: line,
    headingPath: [],
    leadIn: null,
    links: [],
  }));
  return {
    documentId: id,
    region,
    since: '2026-01-01T00:00:00.000Z',
    facts: readFacts({ title: 'Privacy Policy', language: 'en', blocks }),
  };
}

const on = (kind: DataKind, ...documents: ReadDocument[]) =>
  derivePositions(documents).find((position) => position.kind === kind);
const stance = (kind: DataKind, ...texts: string[]) =>
  on(kind, ...texts.map((text, n) => document(`acme/${n}`, text)))?.stance;

describe('the position on a kind of data', () => {
  it.each([
    ['silent', 'We keep your photos for a year.'],
    ['excluded', 'We do not use your photos to train our AI models.'],
    ['opt-in', 'We use your photos to train our AI models only if you opt in.'],
    ['opt-in', 'We will not use your photos to train our AI models without your consent.'],
    ['opt-out', 'We use your photos to train our AI models, unless you opt out.'],
    ['opt-out', 'We use your photos to train our AI models.\nYou can opt out of AI training in your settings.'],
    ['mandatory', 'We use your photos to train our AI models.'],
    ['mandatory', 'We use your photos to train our AI models.\nYou cannot opt out of AI training.'],
  ])('is %s: %s', (expected, text) => {
    expect(stance('user-content', text)).toBe(expected);
  });

  it('is contradictory where two documents say different things, and quotes both', () => {
    const position = on(
      'user-content',
      document('acme/terms', 'We use your photos to train our AI models.'),
      document('acme/privacy', 'We do not use your photos to train our AI models.'),
    );
    expect(position?.stance).toBe('contradictory');
    expect(position?.statements.map(({ documentId, fact }) => `${documentId}: ${fact.quote}`)).toEqual([
      'acme/terms: We use your photos to train our AI models.',
      'acme/privacy: We do not use your photos to train our AI models.',
    ]);
  });

  it('takes a way out from another document of the platform', () => {
    expect(
      stance('user-content', 'We use your photos to train our AI models.', 'You can opt out of AI training by a form.'),
    ).toBe('opt-out');
  });

  it('does not take a way out of one kind for a way out of another', () => {
    const text =
      'We use your photos to train our AI models.\nYou can opt out of the use of your chats to train our AI.';
    expect(stance('user-content', text)).toBe('mandatory');
  });

  it('does not take a way out of what others train for one of the platform', () => {
    const text =
      'We use your photos to train AI.\nIf you do not opt out, partners may use your photos to train their own models.';
    expect(stance('user-content', text)).toBe('mandatory');
  });

  it('takes a mode that keeps one kind of data out for a way out of that kind', () => {
    const text =
      'We use your photos to train AI.\nIf you enable quiet mode, your chats will not be used to train our models.';
    expect(stance('user-content', text)).toBe('mandatory');
    expect(stance('ai-interactions', text)).toBe('opt-out');
  });

  it('does not take what is forbidden to providers for a promise of the platform', () => {
    const text = 'We use your photos to train AI.\nOur AI providers may not use your photos to train their models.';
    expect(stance('user-content', text)).toBe('mandatory');
  });

  it('does not take what is promised to children for a promise to everybody', () => {
    expect(stance('user-content', 'We do not use photos of children to train our AI models.')).toBe('silent');
  });

  it('takes a plan that is put off for no use, whatever it says of a right to object', () => {
    const text =
      'We are delaying our plans to use your photos to train our AI. We will tell you how to object before we begin.';
    expect(stance('user-content', text)).toBe('silent');
    expect(stance('user-content', 'We use photos of delayed parcels to train our AI models.')).toBe('mandatory');
  });

  it('takes a licence that covers training for one to use what people made', () => {
    const text = 'This licence includes the right to improve the service, including the training of our AI models.';
    expect(stance('user-content', text)).toBe('mandatory');
  });

  it('does not take a way out of the training of others for one out of its own', () => {
    const [use] = document('acme/terms', 'We use your photos to train our AI models.').facts;
    const shared = (fact: string) => ({ ...(use as Fact), fact, quote: 'Unless you opt out, partners may train.' });
    const facts = [use as Fact, shared('shares-for-training:partners'), shared('opt-out:unspecified')];
    expect(on('user-content', { ...document('acme/terms', ''), facts })?.stance).toBe('mandatory');
  });

  it('says nothing about photos where only personal data is named', () => {
    expect(stance('user-content', 'We use personal data to train our AI models.')).toBe('silent');
    expect(stance('personal-data', 'We use personal data to train our AI models.')).toBe('mandatory');
  });
});

describe('regions', () => {
  const text = 'We use your photos to train our AI models.\nIn the European Union you can opt out of AI training.';

  it('are named where the position differs', () => {
    expect(on('user-content', document('acme/privacy', text))).toMatchObject({
      stance: 'mandatory',
      regions: [{ region: 'EU', stance: 'opt-out' }],
    });
  });

  it('come from the document where it is written for one', () => {
    const eu = document('acme/privacy-eu', 'We do not use your photos to train our AI models.', 'EU');
    const other = document('acme/privacy', 'We keep photos.');
    expect(on('user-content', eu, other)).toMatchObject({
      stance: 'silent',
      regions: [{ region: 'EU', stance: 'excluded' }],
    });
  });

  it('are all that is said where no sentence speaks of the rest of the world', () => {
    const use = 'We use your photos to train our AI models in the European Economic Area or Switzerland.';
    expect(on('user-content', document('acme/privacy', use))).toMatchObject({
      stance: 'silent',
      regions: [
        { region: 'CH', stance: 'mandatory' },
        { region: 'EEA', stance: 'mandatory' },
      ],
    });
  });

  it('can be left out of a use', () => {
    const use = 'We use your photos to train our AI models, except in the European Union.';
    expect(on('user-content', document('acme/privacy', use))).toMatchObject({
      stance: 'mandatory',
      regions: [{ region: 'EU', stance: 'silent' }],
    });
  });
});

it('gives the same positions whenever they are derived from the same versions', () => {
  const documents = [document('acme/privacy', 'We use your photos to train our AI models, unless you opt out.')];
  expect(derivePositions(documents)).toEqual(derivePositions(structuredClone(documents)));
});
