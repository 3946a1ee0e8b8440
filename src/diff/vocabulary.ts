import { foldText } from '../domain/fold-text.ts';
import { MONTH_NAMES } from './month-names.ts';

const HAS_WORD = /[\p{L}\p{N}]/u;
// Nearly every word: it is what folding makes of it.
const PLAIN = /^[a-z]+$/;

/** Numbers for the words of one comparison, so that comparing them is comparing integers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #folded: number[] = [];
  readonly #lengths: number[] = [];
  readonly #months: boolean[] = [];

  /** The number of exactly this text. */
  idOf(token: string): number {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const id = this.#folded.length;
    this.#ids.set(token, id);
    const isPlain = PLAIN.test(token);
    const folded = isPlain ? token : foldText(token).toLowerCase();
    this.#folded.push(id);
    this.#lengths.push(isPlain || HAS_WORD.test(token) ? token.length : 0);
    this.#months.push(MONTH_NAMES.has(folded));
    if (folded !== token) this.#folded[id] = this.idOf(folded);
    return id;
  }

  /** The number of the same word without case and typography. */
  folded(id: number): number {
    return this.#folded[id] ?? id;
  }

  /** Characters of a word, 0 for a mark. */
  wordLength(id: number): number {
    return this.#lengths[id] ?? 0;
  }

  isMonth(id: number): boolean {
    return this.#months[id] ?? false;
  }
}
