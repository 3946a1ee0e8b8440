import type { Violation } from './config-error.ts';
import { formatPath } from './format-path.ts';
import { asArray } from './loose-json.ts';
import { type Merged, type MergedPlatform, whereWritten } from './merge-sources.ts';

/** CSS selectors that the engine which will run them refuses: better said now than at every check. */
export async function cssRules(platforms: readonly MergedPlatform[]): Promise<Violation[]> {
  const selectors = platforms.flatMap(({ documents }) => documents.flatMap(selectorsOf));
  if (selectors.length === 0) return [];
  // Loading it takes longer than all the rest of reading the configuration, and few lists have selectors.
  const { load } = await import('cheerio');
  const page = load('<p></p>');
  return selectors.flatMap(({ css, file, path }) => {
    try {
      page(css);
      // What looks like markup would be parsed as a page, not as a selector.
      return css.includes('<') ? [{ file, path, message: 'is not a CSS selector' }] : [];
    } catch (error) {
      return [
        { file, path, message: `is not a CSS selector: ${error instanceof Error ? error.message : String(error)}` },
      ];
    }
  });
}

interface WrittenSelector {
  readonly css: string;
  readonly file: string;
  readonly path: string;
}

function selectorsOf(document: Merged): WrittenSelector[] {
  return ['select', 'remove'].flatMap((field) => {
    const place = whereWritten(document, field);
    return asArray(document.raw[field]).flatMap((css, index) =>
      typeof css === 'string' ? [{ css, file: place.file, path: formatPath([...place.path, field, index]) }] : [],
    );
  });
}
