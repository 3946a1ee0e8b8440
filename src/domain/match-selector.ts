/** What a selector is compared with: a document's id, and the platforms it speaks for. */
export interface Selectable {
  readonly id: string;
  readonly appliesTo: readonly string[];
}

/**
 * Whether a selector takes a document. `platform` takes the documents that speak for that platform (also those another
 * platform of the same owner holds), `platform/document` the one of that id; `*` stands for any run of characters, but
 * not for a slash, in both forms. Case is ignored: ids are lower case.
 */
export function matchSelector(selector: string, document: Selectable): boolean {
  const pattern = globToRegExp(selector.trim().toLowerCase());
  if (selector.includes('/')) return pattern.test(document.id);
  return document.appliesTo.some((platform) => pattern.test(platform));
}

/** Whether any of the selectors takes the document. */
export function matchSelectors(selectors: readonly string[], document: Selectable): boolean {
  return selectors.some((selector) => matchSelector(selector, document));
}

// Runs of stars are one star: they would only multiply the ways in which a text can fail to match.
function globToRegExp(glob: string): RegExp {
  const literals = glob.split(/\*+/).map((literal) => RegExp.escape(literal));
  return new RegExp(`^${literals.join('[^/]*')}$`);
}
