import { type Document, type Element, isTag } from 'domhandler';
import type { PageSigns } from '../judge-page.ts';
import type { MainContent } from './main-content.ts';
import { titleElement } from './page-title.ts';

/** What a page shows besides its text, for the judgement. */
export function pageSigns(document: Document, main: MainContent): Omit<PageSigns, 'cutShort'> {
  const found = { passwordFields: 0, refreshes: false, challenge: false };
  const walk = (at: Document | Element): void => {
    for (const child of at.children) {
      if (!isTag(child)) continue;
      look(child, found);
      walk(child);
    }
  };
  walk(document);
  const { consentText, consentButtons } = main;
  return { ...found, documentTitle: titleElement(document), consentText, consentButtons };
}

function look(element: Element, found: { passwordFields: number; refreshes: boolean; challenge: boolean }): void {
  const { name, attribs } = element;
  if (name === 'input' && attribs.type === 'password') found.passwordFields += 1;
  if (name === 'meta' && attribs['http-equiv']?.toLowerCase() === 'refresh') {
    if (/url\s*=/i.test(attribs.content ?? '')) found.refreshes = true;
  }
  const source = name === 'script' || name === 'iframe' ? (attribs.src ?? '') : '';
  // The paths under which the large protection services serve their challenges.
  if (
    /\/cdn-cgi\/challenge-platform\/|captcha-delivery|\/_Incapsula_Resource|hcaptcha\.com|recaptcha\/api|arkoselabs/i.test(
      source,
    )
  ) {
    found.challenge = true;
  }
}
