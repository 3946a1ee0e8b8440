export type DocumentKind = 'privacy-policy' | 'terms' | 'ai' | 'help';
export type FetchMode = 'auto' | 'http' | 'browser';

/** A way a person can refuse, as the platform offers it; facts gathered by reading, each with where and when. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly kind: 'toggle' | 'form' | 'email' | 'account-setting' | 'none-offered';
  /** What a person does, one step each, in order. */
  readonly steps: readonly string[];
  /** "global" or region names; `except:` marks an exclusion. */
  readonly regions: readonly string[];
  readonly default: 'on' | 'off' | 'not-applicable' | 'unknown';
  /** What refusing does not undo or cover. */
  readonly limits: readonly string[];
  /** ISO date on which this was last known to be true: YYYY-MM-DD, or YYYY-MM where the day is not known. */
  readonly lastKnownTrue: string;
  /** Where it was read: a URL or a citation. */
  readonly readAt: string;
}

export interface WatchedDocument {
  /** `platform/slug`, unique, lower case; never reused for another text. */
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly kind: DocumentKind;
  /** Parts in reading order; one for nearly every document. */
  readonly urls: readonly string[];
  readonly region: string;
  readonly language: string;
  /** Platform ids this document speaks for; always contains `platform`. */
  readonly appliesTo: readonly string[];
  readonly fetch: FetchMode;
  readonly select: readonly string[];
  readonly remove: readonly string[];
  readonly enabled: boolean;
  /** Milliseconds between two checks, where it differs from what holds for all. */
  readonly everyMs?: number;
  readonly proxy?: string;
  /** The reason for ignoring robots.txt; recorded with each check. */
  readonly robotsOverride?: string;
  /** For people who look after the list, such as a doubt about the address. */
  readonly note?: string;
}

export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly documents: readonly WatchedDocument[];
  readonly controls: readonly Control[];
  /** Set where the platform has no page about AI that could be watched. */
  readonly noAiPage?: { readonly reason: string; readonly date: string };
  /** Set where no way to refuse is known; other than a control `none-offered`, this says nothing about the platform. */
  readonly noKnownControl?: { readonly reason: string; readonly date: string };
}
