import type { FactChange, Topic } from '../domain/fact.ts';
import type { Control } from '../domain/source.ts';

export type PageDesign = 'classic' | 'modern';

/** What a visitor gets at one step: the policy in one of two designs, or a page that takes its place. */
export type DemoPage =
  | { readonly kind: 'policy'; readonly markdown: string; readonly design: PageDesign }
  | { readonly kind: 'cookie-wall' }
  | { readonly kind: 'error-page' };

/** A change of facts that has to be among those found; others may stand beside it. A kind alone means any value of it. */
type ExpectedFact = Pick<FactChange, 'effect' | 'fact'>;

/** What the next check of a document has to find out. */
export type DemoExpectation =
  | { readonly outcome: 'first' | 'unchanged' | 'cosmetic' | 'suspect' }
  | { readonly outcome: 'changed'; readonly topics: readonly Topic[]; readonly facts: readonly ExpectedFact[] };

/** The words around a policy: the same platform uses them on every page. */
export interface PageChrome {
  readonly brand: string;
  readonly tagline: string;
  readonly menu: readonly string[];
  readonly footer: readonly { readonly title: string; readonly links: readonly string[] }[];
  readonly cookieNotice: string;
  readonly copyright: string;
  /** Accent colour, as CSS. */
  readonly accent: string;
}

/** How a platform's server behaves; each does something else that real ones do. */
interface ServerHabits {
  /** Where the policy is served. */
  readonly path: string;
  /** An older address that redirects to `path`: the one that is watched. */
  readonly oldPath?: string;
  readonly contentType: 'text/html; charset=utf-8' | 'text/html';
  readonly validator: 'etag' | 'last-modified' | 'none';
  readonly gzip: boolean;
}

export interface DemoPlatform {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly document: { readonly slug: string; readonly name: string };
  readonly controls: readonly Control[];
  readonly noAiPage: { readonly reason: string; readonly date: string };
  readonly chrome: PageChrome;
  readonly server: ServerHabits;
  /** One entry per step: what is published, and what a check has to make of it. */
  readonly steps: readonly { readonly page: DemoPage; readonly expected: DemoExpectation }[];
}
