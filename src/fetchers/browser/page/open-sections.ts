import type { PageDocument, PageElement } from './dom.ts';

declare const document: PageDocument;
declare const location: { readonly href: string };
declare const performance: { now(): number };
declare const composedNodes: typeof import('./composed.ts').composedNodes;
declare const composedClosest: typeof import('./composed.ts').composedClosest;
declare const isElement: typeof import('./composed.ts').isElement;
declare const textBelow: typeof import('./composed.ts').textBelow;
declare const pause: typeof import('./scroll-through.ts').pause;

export interface OpenedSections {
  readonly opened: number;
  /** The page went elsewhere when it was pressed: what is shown now is not what was asked for. */
  readonly movedAway: boolean;
}

/** Whether a collapsed control is a section of the text, not a menu, a link, a field or a way to send something. */
export function isSection(control: PageElement): boolean {
  const outside =
    'nav,footer,[role=navigation],[role=menu],[role=menubar],[role=banner],[role=contentinfo],[role=search],[role=toolbar],[role=listbox],[role=tree],[role=dialog],[role=alertdialog],[aria-modal=true],dialog,select';
  const field =
    '[role=combobox],[role=menuitem],[role=option],[role=switch],[role=link],[role=textbox],input,textarea,a[href]';
  const popup = control.getAttribute('aria-haspopup');
  if (popup !== null && popup !== 'false') return false;
  if (control.matches(field) || composedClosest(control, outside) || composedClosest(control, 'a[href]')) return false;
  if (composedClosest(control, 'header') && !composedClosest(control, 'main,article,[role=main]')) return false;
  if (control.disabled || control.getAttribute('aria-disabled') === 'true') return false;
  // Sending a form may say yes to something.
  return !(control.localName === 'button' && control.form && control.type !== 'button');
}

/** What a control opens, where it says so. */
export function panelOf(control: PageElement): PageElement | null {
  const id = control.getAttribute('aria-controls')?.split(/\s/)[0];
  return id ? control.getRootNode().getElementById(id) : null;
}

export function unhide(panel: PageElement): void {
  panel.removeAttribute('hidden');
  panel.removeAttribute('aria-hidden');
  if (panel.style?.display === 'none') panel.style.removeProperty('display');
}

/** The main part where the page names one and it holds most of the text. */
export function contentRoot(): PageElement {
  const body = document.body ?? document.documentElement;
  const main = body.querySelector('main,[role=main]');
  return main && textBelow(main, 1_000_000).length * 2 > textBelow(body, 1_000_000).length ? main : body;
}

/** Opens `details` and all that is already in the page; what remains must be pressed to bring its text. */
export function revealPresent(): PageElement[] {
  const toPress: PageElement[] = [];
  for (const node of [...composedNodes(contentRoot(), 200_000)]) {
    if (!isElement(node)) continue;
    if (node.localName === 'details') {
      // Groups of one name close each other.
      node.removeAttribute('name');
      node.open = true;
    }
    if (node.getAttribute('aria-expanded') !== 'false' || !isSection(node)) continue;
    const panel = panelOf(node);
    if (panel && textBelow(panel, 10).length > 0) unhide(panel);
    else toPress.push(node);
  }
  return toPress;
}

/** Opens collapsed sections within limits of number and time. */
export async function openSections(maxPresses: number, maxMs: number): Promise<OpenedSections> {
  const before = location.href.split('#')[0];
  const until = performance.now() + maxMs;
  const kept: { readonly control: PageElement; readonly copy: PageElement }[] = [];
  let opened = 0;
  for (const control of revealPresent().slice(0, maxPresses)) {
    if (performance.now() > until) break;
    if (!control.isConnected || control.getAttribute('aria-expanded') !== 'false') continue;
    control.click();
    const panel = await waitForPanel(control, 400);
    if (location.href.split('#')[0] !== before) return { opened, movedAway: true };
    opened += 1;
    if (panel) kept.push({ control, copy: panel.cloneNode(true) });
  }
  for (const { control, copy } of kept) putBack(control, copy);
  return { opened, movedAway: false };
}

export async function waitForPanel(control: PageElement, maxMs: number): Promise<PageElement | null> {
  for (let waited = 0; waited < maxMs; waited += 20) {
    await pause(20);
    const panel = panelOf(control);
    if (panel && textBelow(panel, 10).length > 0) return panel;
    // Opened without saying where: its text is awaited with that of the whole page.
    if (control.getAttribute('aria-expanded') !== 'false' && !control.hasAttribute('aria-controls')) return null;
  }
  return null;
}

/** Sections that close each other take their text along: it is put back as it was seen. */
export function putBack(control: PageElement, copy: PageElement): void {
  if (!control.isConnected) return;
  const panel = panelOf(control);
  if (panel && textBelow(panel, 10).length > 0) {
    unhide(panel);
    return;
  }
  unhide(copy);
  copy.removeAttribute('id');
  const heading = control.closest('h1,h2,h3,h4,h5,h6');
  (heading ?? control).after(copy);
}
