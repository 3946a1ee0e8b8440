// The few parts of the DOM that the page scripts use. TypeScript's own "dom" library would make every browser global
// visible in all of clausewatch, where a forgotten `name` or `status` would then pass the type check.

export interface PageNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly parentNode: PageNode | null;
  readonly isConnected: boolean;
  appendChild(child: PageNode): PageNode;
  getRootNode(): PageRoot;
}

interface PageRoot extends PageNode {
  /** Of a shadow root. */
  readonly host?: PageElement;
  getElementById(id: string): PageElement | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly shadowRoot: PageRoot | null;
  readonly outerHTML: string;
  readonly textContent: string;
  readonly offsetWidth: number;
  readonly offsetHeight: number;
  readonly style: PageStyle | undefined;
  readonly nextElementSibling: PageElement | null;
  readonly parentElement: PageElement | null;
  /** Of `<a>`, resolved. */
  readonly href?: string;
  /** Of `<iframe>`; null across origins. */
  readonly contentDocument?: PageDocument | null;
  /** Of `<button>`. */
  readonly form?: PageElement | null;
  readonly type?: string;
  readonly disabled?: boolean;
  /** Of `<details>`. */
  open?: boolean;
  assignedNodes?(): readonly PageNode[];
  attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  querySelector(selector: string): PageElement | null;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  cloneNode(deep: boolean): PageElement;
  after(node: PageNode): void;
  click(): void;
  remove(): void;
}

export interface PageStyle {
  readonly display: string;
  readonly position: string;
  readonly overflowY: string;
  setProperty(name: string, value: string, priority?: string): void;
  removeProperty(name: string): void;
}

export interface PageDocument extends PageRoot {
  readonly documentElement: PageElement;
  readonly body: PageElement | null;
  readonly head: PageElement | null;
  readonly readyState: string;
  readonly implementation: { createHTMLDocument(title: string): PageDocument };
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
  importNode(node: PageElement, deep: boolean): PageElement;
}
