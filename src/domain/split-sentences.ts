/** A sentence and its UTF-16 offset in the text it came from. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

// A full stop after these ends no sentence; ICU's default rules would break there.
const NO_END =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|no|nos|art|sec|inc|ltd|corp|co|u\.s|u\.k|mr|mrs|ms|dr|st)\.|\b[A-Z]\.)\s*$/i;

/** Sentences in order, trimmed, empty ones left out. `text.slice(start, start + text.length)` gives each back. */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let end = 0;
  const flush = (): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') sentences.push({ text: trimmed, start: start + raw.indexOf(trimmed) });
    start = end;
  };
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    end = index + segment.length;
    if (!NO_END.test(text.slice(Math.max(start, end - 12), end))) flush();
  }
  flush();
  return sentences;
}
