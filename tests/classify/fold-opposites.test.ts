import { describe, expect, it } from 'vitest';
import { meaningOf } from './text-of.ts';

const page = (...paragraphs: string[]): string => ['# Privacy Policy', ...paragraphs].join('\n\n');
const told = (before: string, after: string): string[] =>
  meaningOf(before, after).facts.map(({ effect, fact, before: was, direction }) =>
    [effect, ...(was && was.fact !== fact ? [was.fact, '→'] : []), fact, direction].join(' '),
  );

const REST = 'We keep your account details for as long as you have an account with us.';
const LATER = 'Parcels are delivered on working days.';
const PROMISE = 'We do not use your notes to train our language models.';
const USE = 'Notes you write may be used to train our language models.';

describe('what took the place of its opposite', () => {
  it('is a promise that became a use, wherever the new sentence stands', () => {
    expect(told(page(PROMISE, REST, LATER), page(REST, LATER, USE))).toEqual([
      'added excludes:personal-data → trains-on:personal-data less-protective',
    ]);
  });

  it('is a use that became a promise about the same data', () => {
    const promise = 'We never use the photos you upload to train our models.';
    const use = 'We use the photos you upload to train our models.';
    expect(told(page(REST, use), page(REST, promise))).toEqual([
      'added trains-on:user-content → excludes:user-content more-protective',
    ]);
  });

  it('is as grave as the promise was, whatever the use is called', () => {
    const promise = 'We do not use photos or private messages to train our models.';
    const use = 'We use your personal data to train our models.';
    const meaning = meaningOf(page(promise, REST), page(use, REST));
    expect(meaning).toMatchObject({ severity: 'critical', direction: 'less-protective' });
    expect(meaning.facts).toMatchObject([
      { fact: 'trains-on:personal-data', before: { fact: 'excludes:private-messages', quote: promise } },
    ]);
  });

  it('is not a use of other data than a promise named', () => {
    const voices = 'We do not use voice clips to train our models.';
    const prompts = 'We use your prompts to train our models.';
    expect(told(page(voices, REST), page(REST, prompts)).sort()).toEqual([
      'added trains-on:ai-interactions less-protective',
      'removed excludes:voice-or-face less-protective',
    ]);
  });

  it('is a consent that became a way out: less protection, though a way out came', () => {
    const consent = 'We use your essays to train our grading models only if you opt in.';
    const wayOut = 'We use your essays to train our grading models unless you opt out.';
    expect(told(page(REST, consent), page(REST, wayOut))).toContain(
      'added consent-required → opt-out:unspecified less-protective',
    );
  });

  it('is a way out that became a consent, in one place only: elsewhere the loss is told', () => {
    const wayOut = 'We use your essays to train our grading models unless you opt out.';
    const consent = 'We use your essays to train our grading models only if you opt in.';
    expect(told(page(REST, wayOut), page(REST, consent))).toContain(
      'added opt-out:unspecified → consent-required more-protective',
    );
    const other = 'With your permission only, we train our speech models on your recordings.';
    expect(told(page(wayOut, REST, LATER), page(REST, LATER, other))).toContain(
      'removed opt-out:unspecified less-protective',
    );
  });
});

describe('a consent that goes with the use it was for', () => {
  it('is no loss by itself', () => {
    const use = 'With your permission, we use voice clips to build our speech models.';
    expect(told(page(REST, use), page(REST))).toEqual(['removed trains-on:voice-or-face more-protective']);
  });

  it('is one where the sentence promised to do it with consent only', () => {
    const promise = 'Only with your permission do we use recordings to build our speech models.';
    expect(told(page(REST, promise), page(REST))).toContain('removed consent-required less-protective');
  });
});
