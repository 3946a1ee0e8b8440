import type { Platform, WatchedDocument } from '../domain/source.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import type { Settings } from './load-settings.ts';
import type { Secrets } from './read-secrets.ts';

/** Everything clausewatch is told from outside: read once, checked as a whole, frozen. */
export interface Config {
  readonly settings: DeepReadonly<Settings>;
  readonly platforms: readonly Platform[];
  /** Of all platforms, also those switched off (`enabled`). */
  readonly documents: readonly WatchedDocument[];
  /** Never to be printed or stored. */
  readonly secrets: Secrets;
  /** Of clausewatch. */
  readonly version: string;
  /** As sent with every request: name, version and whom to ask. */
  readonly userAgent: string;
}
