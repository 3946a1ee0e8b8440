import type { OutboxRow } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change, CheckRecord } from '../domain/version.ts';
import type { Extractor } from '../extract/extractor.ts';
import type { Fetcher } from '../fetchers/fetcher.ts';
import type { BackAndForth } from '../notify/alert-view.ts';
import type { ReadabilityTold } from '../notify/tell-readability.ts';
import type { Archive } from '../snapshots/archive.ts';

/** What the six stages need from outside; built in `app.ts`. */
export interface Stages {
  /** Heeds `via` where it knows both ways. */
  readonly fetcher: Fetcher;
  readonly extractor: Extractor;
  readonly archive: Archive;
  /** Changes with our reading code, see `fingerprintOf`. */
  readonly extractorVersion: string;
  readonly clock: () => Date;
  /** What lies at least between the first look at other words and the one that confirms them. */
  readonly confirmAfterMs: number;
  /** The messages that a change causes; must be deterministic, as a resumed check composes them again. */
  composeAlerts(change: Change, document: WatchedDocument, circumstances: Circumstances): readonly OutboxRow[];
  /** What people are to hear about the document being readable or not, and what to remember of it. */
  tellReadability(document: WatchedDocument, check: CheckRecord): Promise<ReadabilityTold>;
}

/** What an alert says about a change beside the change itself. */
export interface Circumstances {
  /** When a check last saw the words before; null where that is not known. */
  readonly previousVerifiedUntil: Instant | null;
  /** Set where the document goes back and forth, see `planAlerts`. */
  readonly backAndForth?: BackAndForth;
  /** When the alert is made, where that is later than the change. */
  readonly now?: Instant;
}

/** What a check has to tell. */
export interface CheckReport {
  readonly check: CheckRecord;
  readonly change: Change | null;
  readonly queued: number;
  /** Other words were seen, of which a second look decides. */
  readonly awaits: boolean;
}
