import type { Direction } from '../src/domain/fact.ts';
import { CLAUSES, type Clause } from './polarity-clauses.ts';

/** One mutation: two versions of a document and what the change means. */
export interface PolarityCase {
  readonly operator: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
  /** `same` where nothing that a fact says changed. */
  readonly expected: Exclude<Direction, 'neutral'> | 'same';
}

const MARK = /\{([a-z]+)\|([^|}]*)\|([^}]*)\}/g;
const REST = 'We keep your account details for as long as you have an account with us.';
const NEIGHBOUR = 'Our help pages answer most questions about deliveries.';
const OTHER_NEIGHBOUR = 'Most questions about parcels and returns are answered by telephone.';

const plain = (text: string): string => text.replaceAll(MARK, '$2');
const mutated = (text: string, operator: string): string =>
  text.replaceAll(MARK, (_, name: string, original: string, changed: string) =>
    name === operator ? changed : original,
  );

const page = (...paragraphs: readonly string[]): string => ['# Privacy Policy', ...paragraphs].join('\n\n');

const isUse = ({ kind }: Clause): boolean => kind === 'use';

/** What a marked operator means for people. */
function meaningOf(clause: Clause, operator: string): PolarityCase['expected'] {
  switch (operator) {
    case 'negate':
      return 'more-protective';
    case 'exception':
      return isUse(clause) ? 'less-protective' : 'more-protective';
    default:
      return 'less-protective';
  }
}

function markedCases(clause: Clause): PolarityCase[] {
  const operators = new Set([...clause.text.matchAll(MARK)].map(([, operator]) => operator as string));
  return [...operators].map((operator) => ({
    operator,
    clause: plain(clause.text),
    before: page(REST, plain(clause.text), NEIGHBOUR),
    after: page(REST, mutated(clause.text, operator), NEIGHBOUR),
    expected: meaningOf(clause, operator),
  }));
}

function generalCases(clause: Clause): PolarityCase[] {
  const text = plain(clause.text);
  const before = page(REST, text, NEIGHBOUR);
  const half = text.split(' ').slice(0, 6).join(' ');
  const cases: readonly (readonly [
    operator: string,
    before: string,
    after: string,
    expected: PolarityCase['expected'],
  ])[] = [
    ['delete', before, page(REST, NEIGHBOUR), isUse(clause) ? 'more-protective' : 'less-protective'],
    ['move', before, page(text, REST, NEIGHBOUR), 'same'],
    [
      're-wrap',
      page(REST, `${text} ${NEIGHBOUR}`),
      page(REST, `${half}\n${text.slice(half.length + 1)}`, NEIGHBOUR),
      'same',
    ],
    ['neighbour', page(REST, `${text} ${NEIGHBOUR}`), page(REST, `${text} ${OTHER_NEIGHBOUR}`), 'same'],
  ];
  return cases.map(([operator, old, now, expected]) => ({ operator, clause: text, before: old, after: now, expected }));
}

/** Every clause under every operator it takes. */
export function polarityCases(): PolarityCase[] {
  return CLAUSES.flatMap((clause) => [...markedCases(clause), ...generalCases(clause)]);
}
