import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/classify/read-facts.ts';

function factsOf(text: string, heading = 'How we develop and train our AI'): string[] {
  const block = { kind: 'paragraph' as const, text, headingPath: [heading], leadIn: null, links: [] };
  return readFacts({ title: 'Privacy Policy', language: 'en', blocks: [block] }).map(({ fact }) => fact);
}

describe('the same word, by where it stands', () => {
  it.each([
    [
      'is an example of what is public',
      'We use public drawings you share, like sketches, comments or audio, to train our models.',
      ['trains-on:public-content'],
    ],
    [
      'is said to a machine',
      'We train our models with messages you exchange with these features.',
      ['trains-on:ai-interactions'],
    ],
    [
      'is sent to a machine',
      'We train our models with the notes and messages that you or others send to these features.',
      ['trains-on:ai-interactions'],
    ],
    [
      'is an example of what a machine is told',
      'We train our models on what you or others exchange with our assistant, like content and messages.',
      ['trains-on:ai-interactions'],
    ],
    [
      'is shared for the good of a machine',
      'We may use the photos you share or send to improve our AI models.',
      ['trains-on:user-content'],
    ],
    [
      'is said to people',
      'We train our models with messages you exchange with your friends.',
      ['trains-on:private-messages'],
    ],
    [
      'is use of a service',
      'We train our models by monitoring interactions and usage of the board.',
      ['trains-on:usage-data'],
    ],
    [
      'is the name of a document',
      'We may use your posts to train our models, as further described in our Public Content Policy.',
      ['trains-on:user-content'],
    ],
    [
      'is what others can use',
      'What you process is never used to train publicly available AI models.',
      ['excludes:personal-data'],
    ],
    [
      'is what a model makes',
      'We use public web pages to train the models used to create content (text, audio and pictures).',
      ['trains-on:public-web'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(factsOf(text)).toEqual(expected);
  });

  it('counts for nothing where reviewers and advisers speak', () => {
    expect(factsOf("Our reviewers' inputs are then used to train our filters.", 'How we keep order')).toEqual([]);
    const feedback = factsOf('Following feedback from regulators, we use your letters to train our models.');
    expect(feedback).not.toContain('trains-on:ai-interactions');
  });

  it('counts for the purpose it is named with', () => {
    expect(
      factsOf(
        'We use crash logs to mend the app, usage data to decide what to build next, and voice recordings to train our speech models.',
        'What we do',
      ),
    ).toEqual(['trains-on:voice-or-face']);
    expect(factsOf('We use posts, photos, and messages to train our models.', 'What we do')).toEqual(
      expect.arrayContaining(['trains-on:user-content', 'trains-on:private-messages']),
    );
  });

  it('still counts where the person speaks', () => {
    expect(factsOf('We use your feedback to train our models.')).toEqual(['trains-on:ai-interactions']);
    expect(factsOf('We use your photos to train models that create content.')).toEqual(['trains-on:user-content']);
  });
});
