import type { Direction, FactChange } from '../domain/fact.ts';
import { isGraveFact } from './direction.ts';

/** What takes the place of what, and what that means for people where the fact that came does not say it. */
interface Turn {
  readonly gone: RegExp;
  readonly come: RegExp;
  readonly direction: Direction;
  /** Only where both stand in one hunk: elsewhere the one need not be about what the other was. */
  readonly inOnePlace: boolean;
}

const PROMISE = /^excludes:/;
const USE = /^trains-on:/;
const CONSENT = /^consent-required$/;
const WAY_OUT = /^opt-out:(?!not-offered)/;

const TURNS: readonly Turn[] = [
  { gone: PROMISE, come: USE, direction: 'less-protective', inOnePlace: false },
  { gone: USE, come: PROMISE, direction: 'more-protective', inOnePlace: false },
  { gone: CONSENT, come: WAY_OUT, direction: 'less-protective', inOnePlace: false },
  { gone: WAY_OUT, come: CONSENT, direction: 'more-protective', inOnePlace: true },
];

const UNSPECIFIED = 'personal-data';
const dataOf = ({ fact }: FactChange): string => fact.split(':')[1] ?? '';

/** Are a promise and a use about the same data? A promise about personal data is broken by a use of any. */
function isAboutTheSame(gone: FactChange, come: FactChange): boolean {
  const [was, is] = [dataOf(gone), dataOf(come)];
  if (!(PROMISE.test(gone.fact) || USE.test(gone.fact)) || was === is) return true;
  return PROMISE.test(gone.fact) && (was === UNSPECIFIED || is === UNSPECIFIED);
}

/** Do the sentences of a fact that went and of one that came stand in the same hunk? */
export type SamePlace = (gone: FactChange, come: FactChange) => boolean;

function turnOf(gone: FactChange, come: FactChange, isSamePlace: SamePlace): Turn | undefined {
  if (gone.effect !== 'removed' || come.effect !== 'added') return undefined;
  return TURNS.find(
    (turn) =>
      turn.gone.test(gone.fact) &&
      turn.come.test(come.fact) &&
      isAboutTheSame(gone, come) &&
      (!turn.inOnePlace || isSamePlace(gone, come)),
  );
}

/** More changes at once are another document, not an edit; each is compared with each. */
const MOST_CHANGES = 500;

/**
 * A promise that became the use it ruled out, or a consent that became a way out, is one piece of news: what came is
 * told once, with the sentence whose place it took as `before`. What has no counterpart is told by itself.
 */
export function foldOpposites(changes: readonly FactChange[], isSamePlace: SamePlace): FactChange[] {
  if (changes.length > MOST_CHANGES) return [...changes];
  const came = [...changes];
  const folded = new Set<FactChange>();
  // Of several promises that went, the gravest is the one shown.
  const gravestFirst = changes.toSorted((a, b) => Number(isGraveFact(b.fact)) - Number(isGraveFact(a.fact)));
  for (const gone of gravestFirst) {
    const partners = came.flatMap((come, at) => {
      const turn = turnOf(gone, come, isSamePlace);
      return turn && (come.before === null || come.before.quote === gone.before?.quote) ? [{ at, come, turn }] : [];
    });
    const [partner] = partners.sort(
      (a, b) => Number(dataOf(b.come) === dataOf(gone)) - Number(dataOf(a.come) === dataOf(gone)),
    );
    if (!partner) continue;
    const { at, come, turn } = partner;
    folded.add(gone);
    came[at] = { ...come, before: come.before ?? gone.before, direction: turn.direction };
  }
  return came.filter((_, at) => !folded.has(changes[at] as FactChange));
}
