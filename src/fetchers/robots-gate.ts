import robotsModule, { type Robot } from 'robots-parser';
import { abortable } from './abortable.ts';
import { FetchFailure } from './fetch-failure.ts';
import type { KeptRobots, RobotsAnswer, RobotsStore } from './robots-store.ts';

// The types describe an ES module; the package is CommonJS whose export is the function itself.
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** RFC 9309, 2.5: crawlers must read at least this much; the rest may be ignored. */
export const ROBOTS_MAX_BYTES = 500 * 1024;
// The matcher takes time for each character of a rule with a star times each of the address, some 10 ns: this is 0.2 s.
const MATCH_BUDGET = 20_000_000;
const DAY_MS = 86_400_000;
const FORGET_MS = 30 * DAY_MS;

export interface RobotsGateOptions {
  readonly userAgent: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where answers outlive the process; without it, each process reads its own. */
  readonly store?: RobotsStore;
  /** Fetches robots.txt, retries included. Throws a `FetchFailure` where there was no answer, or one of 429 or 5xx. */
  readonly load: (url: URL, proxy: string | undefined) => Promise<RobotsAnswer>;
}

interface Rules {
  /** Null: everything is allowed. */
  readonly robot: Robot | null;
  /** Characters in rules with a star. */
  readonly starred: number;
  readonly readAt: number;
}

interface Reading {
  readonly proxy: string | undefined;
  /** Serves while robots.txt cannot be read. */
  readonly stale: Rules | undefined;
  readonly keep: (read: KeptRobots) => Promise<void>;
}

const ALLOW_ALL = { robot: null, starred: 0 } as const;

function parse(url: URL, { status, body }: RobotsAnswer): Pick<Rules, 'robot' | 'starred'> {
  if (status < 200 || status > 299) return ALLOW_ALL;
  let text = new TextDecoder().decode(body);
  // A rule that was cut in two would forbid more, or less, than its author wrote.
  if (body.byteLength >= ROBOTS_MAX_BYTES) text = text.slice(0, text.lastIndexOf('\n') + 1);
  // A run of stars means one star, but costs the matcher the length of the path for each.
  text = text.replace(/\*{2,}/g, '*');
  const starred = text.match(/^.*\*.*$/gm)?.reduce((sum, line) => sum + line.length, 0) ?? 0;
  return { robot: parseRobots(url.href, text), starred };
}

/** RFC 9309: no answer forbids everything for now; endless or broken redirects are as good as no file. */
function judgeFailure(failure: FetchFailure, page: URL): FetchFailure | null {
  const { code, facts } = failure;
  if (code === 'too_many_redirects' || code === 'bad_redirect') return null;
  const unreadable = code === 'http_server_error';
  // Its own retries are over: the page's must not multiply them.
  return new FetchFailure(unreadable ? 'robots_disallowed' : code, {
    ...facts,
    detail: unreadable ? `robots.txt could not be read: ${facts.detail}` : `${facts.detail} when asked for robots.txt`,
    url: facts.url ?? page.href,
    transient: false,
    cause: failure,
  });
}

/** Obeys robots.txt (RFC 9309): read at most daily per origin, an older copy serves while it cannot be read. */
export class RobotsGate {
  readonly #options: RobotsGateOptions;
  readonly #rules = new Map<string, Rules>();
  readonly #pending = new Map<string, Promise<Rules>>();

  constructor(options: RobotsGateOptions) {
    this.#options = options;
  }

  /** Throws `robots_disallowed`, or the failure for which robots.txt could not be read. */
  async check(page: URL, proxy: string | undefined, signal: AbortSignal): Promise<void> {
    const { robot, starred } = await abortable(this.#rulesFor(page, proxy), signal);
    const { userAgent } = this.#options;
    if (starred * page.href.length > MATCH_BUDGET) {
      throw new FetchFailure('robots_disallowed', { detail: 'robots.txt is too complex to be obeyed', url: page.href });
    }
    if (robot?.isAllowed(page.href, userAgent) !== false) return;
    const line = robot.getMatchingLineNumber(page.href, userAgent);
    throw new FetchFailure('robots_disallowed', { detail: `robots.txt forbids it in line ${line}`, url: page.href });
  }

  async #rulesFor(page: URL, proxy: string | undefined): Promise<Rules> {
    const key = `${page.origin} ${proxy ?? ''}`;
    const known = this.#rules.get(key);
    if (known && this.#isFresh(known)) return known;
    const pending = this.#pending.get(key);
    if (pending) return await pending;
    const reading = this.#obtain(page, proxy, known);
    this.#pending.set(key, reading);
    try {
      const rules = await reading;
      this.#remember(key, rules);
      return rules;
    } finally {
      this.#pending.delete(key);
    }
  }

  /** A time that seems to lie ahead, after a clock was set back, says nothing about the age. */
  #isFresh({ readAt }: Pick<Rules, 'readAt'>): boolean {
    const age = this.#options.now() - readAt;
    return age >= 0 && age < DAY_MS;
  }

  /** What another process, or an earlier command, read within the day serves as well. */
  async #obtain(page: URL, proxy: string | undefined, stale: Rules | undefined): Promise<Rules> {
    // Who answers through a proxy may be somebody else; and what names a proxy may hold its password.
    const store = proxy === undefined ? this.#options.store : undefined;
    const kept = (await store?.get(page.origin)) ?? null;
    const rules = kept && { ...parse(new URL('/robots.txt', page), kept.answer), readAt: kept.readAt };
    if (rules && this.#isFresh(rules)) return rules;
    const old = rules && this.#options.now() - rules.readAt <= FORGET_MS ? rules : undefined;
    return this.#read(page, { proxy, stale: stale ?? old, keep: async (read) => store?.put(page.origin, read) });
  }

  async #read(page: URL, { proxy, stale, keep }: Reading): Promise<Rules> {
    const url = new URL('/robots.txt', page);
    try {
      const answer = await this.#options.load(url, proxy);
      const readAt = this.#options.now();
      await keep({ answer, readAt });
      return { ...parse(url, answer), readAt };
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      if (stale) return stale;
      const failure = judgeFailure(error, page);
      if (failure) throw failure;
      return { ...ALLOW_ALL, readAt: this.#options.now() };
    }
  }

  #remember(key: string, rules: Rules): void {
    const now = this.#options.now();
    for (const [old, { readAt }] of this.#rules) {
      if (now - readAt > FORGET_MS) this.#rules.delete(old);
    }
    this.#rules.set(key, rules);
  }
}
