import type { ReadText } from '../domain/block.ts';
import type { ExtractInput, TextReader } from '../extract/extractor.ts';
import { type LocalFile, localInput } from './read-local-file.ts';

interface Remembered {
  readonly input: ExtractInput;
  /** As given: where a file lies does not matter to what it says. */
  readonly url: string | undefined;
  readonly text: ReadText;
}

/** The two of a pair. */
const MOST_REMEMBERED = 2;
/** Longer ones are no policies, and dear to keep. */
const LONGEST_REMEMBERED = 2_000_000;

/** Reads files. The later text of a pair is mostly the earlier one of the next: the same bytes are not read again. */
export class LocalTexts {
  readonly #reader: TextReader;
  #known: readonly Remembered[] = [];

  constructor(reader: TextReader) {
    this.#reader = reader;
  }

  async read(file: LocalFile): Promise<ReadText> {
    const { url } = file;
    const input = await localInput(file);
    const known = this.#known.find((one) => one.url === url && isSame(one.input, input));
    const text = known?.text ?? (await this.#reader.readText(input));
    // What was too complex may have been so because the machine was busy.
    if (text.verdict === 'policy' && input.body.length <= LONGEST_REMEMBERED) {
      const others = this.#known.filter((one) => one !== known);
      this.#known = [{ input, url, text }, ...others].slice(0, MOST_REMEMBERED);
    }
    return text;
  }
}

/** A type that is not known is guessed from the name of a file. */
function isSame(one: ExtractInput, other: ExtractInput): boolean {
  return one.contentType !== '' && one.contentType === other.contentType && Buffer.compare(one.body, other.body) === 0;
}
