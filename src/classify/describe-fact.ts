import type { Fact, FactChange } from '../domain/fact.ts';
import { factEntry } from './facts.ts';

/** A short English phrase for people: "trains AI on public content", with a change's effect behind it: "…: added". */
export function describeFact(fact: Fact | FactChange): string {
  const phrase = factEntry(fact.fact)?.phrase ?? fact.fact;
  return 'effect' in fact ? `${phrase}: ${fact.effect}` : phrase;
}
