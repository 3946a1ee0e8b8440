import type { Sentence } from '../domain/split-sentences.ts';

const PLAIN_ANSWER = /^(?:no|yes|never)\b/i;

/** "Do you train on my photos? No.": a question states nothing, and a plain answer says nothing without it. */
export function joinAnswers(sentences: readonly Sentence[], text: string): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const question = joined.at(-1);
    if (!question?.text.endsWith('?') || !PLAIN_ANSWER.test(sentence.text)) {
      joined.push(sentence);
      continue;
    }
    const { start } = question;
    joined[joined.length - 1] = { start, text: text.slice(start, sentence.start + sentence.text.length) };
  }
  return joined;
}
