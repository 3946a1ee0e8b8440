import type { Modality } from '../domain/fact.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import { isPutOff } from './put-off.ts';
import type { Reading } from './reading.ts';
import { isA, type Token } from './tokens.ts';

/** What stands beside a fact: how sure, where, for whom, on or off by default. */
export interface Conditions {
  readonly modality: Modality;
  readonly regions?: readonly string[];
  readonly subjects?: readonly string[];
  readonly default?: 'on' | 'off';
  /** Planned, and put off. */
  readonly putOff?: true;
}

function modalityOf(tokens: readonly Token[], from: number, to: number): Modality {
  let modality: Modality = 'does';
  for (let i = from; i < to; i++) {
    if (isA(tokens[i], 'will')) modality = 'will';
    if (isA(tokens[i], 'may') && !isAbility(tokens, i)) return 'may';
  }
  return modality;
}

// "so that they can train": what somebody is able to do leaves nothing open.
function isAbility(tokens: readonly Token[], i: number): boolean {
  return /^(?:can|could)$/.test(tokens[i]?.word ?? '') && /^(?:they|it|you|that)$/.test(tokens[i - 1]?.word ?? '');
}

function regionsIn(tokens: readonly Token[], lexicon: CompiledLexicon, found: Set<string>): void {
  for (let i = 0; i < tokens.length; i++) {
    for (const { words, region } of lexicon.regions.get(tokens[i]?.word ?? '') ?? []) {
      if (!words.every((word, j) => tokens[i + j]?.word === word)) continue;
      if (words.length === 1 && words[0] === 'us') continue;
      const isOutside = [1, 2, 3].some((back) => lexicon.outside.has(tokens[i - back]?.word ?? ''));
      found.add(isOutside ? `except:${region}` : region);
    }
  }
}

function subjectsOf(tokens: readonly Token[]): string[] {
  const subjects = (['adults', 'minors'] as const).filter((name) => tokens.some((token) => isA(token, name)));
  return tokens.some((token) => isA(token, 'business')) ? [...subjects, 'business-accounts'] : [...subjects];
}

/** Reads the conditions of what stands between two words of a statement. */
export function conditionsOf(reading: Reading, from: number, to: number, lexicon: CompiledLexicon): Conditions {
  const { tokens, statement } = reading;
  const regions = new Set<string>();
  regionsIn(tokens, lexicon, regions);
  for (const heading of statement.headings) regionsIn(heading, lexicon, regions);
  const subjects = subjectsOf(tokens);
  const byDefault = tokens.some((token) => isA(token, 'by-default'));
  const isOff = reading.acts.some((act) => act.polarity === 'denied');
  const putOff = isPutOff(tokens, from, to);
  return {
    modality: putOff ? 'will' : modalityOf(tokens, Math.max(0, from - 10), to),
    ...(putOff ? { putOff } : {}),
    ...(regions.size > 0 ? { regions: [...regions].sort() } : {}),
    ...(subjects.length > 0 ? { subjects } : {}),
    ...(byDefault ? { default: isOff ? ('off' as const) : ('on' as const) } : {}),
  };
}
