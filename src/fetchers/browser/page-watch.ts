import type { Page, Request, Response } from 'playwright';

// What brings text. Sockets and event streams never end and would keep a page busy for ever.
const BRINGS_TEXT = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch']);

/** Follows what one page loads, by its events. */
export class PageWatch {
  readonly #page: Page;
  readonly #pending = new Set<Request>();
  readonly #visited: string[] = [];
  #response: Response | null = null;
  #failure: string | null = null;
  #latest: Request | null = null;

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => this.#began(request));
    page.on('requestfinished', (request) => this.#pending.delete(request));
    page.on('requestfailed', (request) => this.#failed(request));
    page.on('response', (response) => {
      if (this.isMain(response.request())) this.#response = response;
    });
  }

  /** Requests for scripts and data under way. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Addresses the page itself was at or was sent to, in order: redirects, and where its scripts led. */
  get visited(): readonly string[] {
    return this.#visited;
  }

  /** The answer that brought the page as it is now. */
  get response(): Response | null {
    return this.#response;
  }

  /** What Chromium calls the failure of the last navigation; null when it did not fail. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Whether the page itself goes there, rather than one of its frames. */
  isMain(request: Request): boolean {
    return request.isNavigationRequest() && this.isOwn(request) && request.frame() === this.#page.mainFrame();
  }

  /** Whether a request comes from this page, rather than from a window it opened. */
  isOwn(request: Request): boolean {
    try {
      return request.frame().page() === this.#page;
    } catch {
      // The first request of a new window and those of workers without a page have no frame.
      return false;
    }
  }

  #began(request: Request): void {
    if (BRINGS_TEXT.has(request.resourceType())) this.#pending.add(request);
    if (!this.isMain(request)) return;
    this.#failure = null;
    this.#latest = request;
    this.#visited.push(request.url());
  }

  #failed(request: Request): void {
    this.#pending.delete(request);
    // A navigation that another one took the place of did not fail.
    if (request === this.#latest) this.#failure = request.failure()?.errorText ?? 'unknown';
  }
}
