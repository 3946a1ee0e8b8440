import type { PageDocument, PageElement, PageStyle } from './dom.ts';

declare const document: PageDocument;
declare function getComputedStyle(element: PageElement): PageStyle;
declare const composedNodes: typeof import('./composed.ts').composedNodes;
declare const composedClosest: typeof import('./composed.ts').composedClosest;
declare const isElement: typeof import('./composed.ts').isElement;
declare const textBelow: typeof import('./composed.ts').textBelow;

/** What every consent dialog speaks of, in the languages policies are read in. */
export function speaksOfConsent(text: string): boolean {
  const words =
    /cookie|consent|your (?:privacy )?choices|we value your privacy|do not sell|einwilligung|zustimm|privatsphäre|témoins|consentement|vie privée|consentimiento|privacidad|consentimento|privacidade|consenso|toestemming|samtyk|samtyck|informasjonskaps|suostumus|eväst|ciasteczk|zgod[aęy]|souhlas|súhlas|hozzájárul|sütik?\b|kolačić|piškotk|pristan|çerez|rıza|куки|согласи|згод|бисквитк|συγκατάθεση|עוגיות|الارتباط|موافق|同意|クッキー|쿠키|동의|คุกกี้/iu;
  return words.test(text);
}

/** Whether an element lies over the page, rather than being a part of it. */
export function overlayKind(element: PageElement): 'dialog' | 'fixed' | null {
  const role = element.getAttribute('role');
  if (role === 'dialog' || role === 'alertdialog' || element.getAttribute('aria-modal') === 'true') return 'dialog';
  if (element.localName === 'dialog') return 'dialog';
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky' ? 'fixed' : null;
}

/** Whether an overlay asks for consent; `pageLength` is how much text the whole page holds. */
export function asksForConsent(element: PageElement, kind: 'dialog' | 'fixed', pageLength: number): boolean {
  let buttons = 0;
  for (const node of composedNodes(element, 20_000)) {
    const pressable = 'button,[role=button],input[type=button],input[type=submit]';
    if (isElement(node) && node.matches(pressable)) buttons += 1;
  }
  if (buttons === 0) return false;
  const text = textBelow(element, 100_000);
  const label = `${element.getAttribute('aria-label') ?? ''} ${text.slice(0, 1500)}`;
  if (!speaksOfConsent(label)) return false;
  const named = /cookie|consent|gdpr|ccpa|\bcmp/i.test(
    `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`,
  );
  const rest = pageLength - text.length;
  // Where the overlay is nearly all there is, it may be the document itself, such as a cookie policy in a frame of its own.
  if (rest < 200) return false;
  if (named && rest > 1000) return true;
  if (kind === 'fixed' && composedClosest(element, 'main,[role=main],article') !== null) return false;
  return text.length < (kind === 'dialog' ? pageLength / 2 : Math.min(6000, pageLength / 2));
}

/** Takes consent dialogs out of the page, without an answer to them, and lets it scroll again. Returns how many. */
export function removeConsent(): number {
  if (!document.body) return 0;
  const pageLength = textBelow(document.body, 2_000_000).length;
  const found: PageElement[] = [];
  for (const node of composedNodes(document.body, 50_000)) {
    if (!isElement(node) || node === document.body) continue;
    const kind = overlayKind(node);
    if (kind !== null && asksForConsent(node, kind, pageLength)) found.push(node);
  }
  for (const element of found) element.remove();
  for (const element of [document.documentElement, document.body]) {
    const { overflowY, position } = getComputedStyle(element);
    if (overflowY === 'hidden') element.style?.setProperty('overflow', 'visible', 'important');
    if (position === 'fixed') element.style?.setProperty('position', 'static', 'important');
  }
  return found.length;
}
