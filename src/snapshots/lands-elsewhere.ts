// "en", "en-US", "pt_BR": front pages are often one of these and nothing else.
const LOCALE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,4})?$/i;

/**
 * Whether a request for a document ended on a site's front page, which is how many sites answer for a page they have
 * taken away. A redirect to another host or path is no sign: documents move with the names of their companies.
 */
export function landsElsewhere(url: string, finalUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(finalUrl)) return false;
  return !isFrontPage(new URL(url)) && isFrontPage(new URL(finalUrl));
}

function isFrontPage(url: URL): boolean {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const saysLittle = segments.length === 0 || (segments.length === 1 && LOCALE.test(segments[0] ?? ''));
  // Some sites name the document only in the query or, rendered by scripts, after the number sign.
  return saysLittle && url.search === '' && url.hash === '';
}
