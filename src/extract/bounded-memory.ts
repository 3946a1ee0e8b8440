/**
 * From a text to what was made of it. What was not asked for during the last `mostCharacters` of new texts is forgotten:
 * two generations, so that texts which come back stay.
 */
export class BoundedMemory<T> {
  readonly #perGeneration: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#perGeneration = mostCharacters / 2;
  }

  get(text: string): T | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    if (old !== undefined) {
      this.#old.delete(text);
      this.set(text, old);
    }
    return old;
  }

  set(text: string, value: T): void {
    if (text.length > this.#perGeneration) return;
    if (this.#characters + text.length > this.#perGeneration) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#characters = 0;
    }
    this.#characters += text.length;
    this.#young.set(text, value);
  }
}
