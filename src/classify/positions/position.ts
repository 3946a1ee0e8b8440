import type { Instant } from '../../domain/capture.ts';
import type { Fact } from '../../domain/fact.ts';
import type { DataKind } from '../data-kinds.ts';

/** What a platform's documents say about training AI on one kind of data. */
export type Stance = 'silent' | 'excluded' | 'opt-in' | 'opt-out' | 'mandatory' | 'contradictory';

/** One document as it stood at some time, read. */
export interface ReadDocument {
  readonly documentId: string;
  /** "global", or the region for which the document is written. */
  readonly region: string;
  /** When the version that holds was captured. */
  readonly since: Instant;
  readonly facts: readonly Fact[];
}

/** A sentence that counts for a position, with its document and since when it is known to stand there. */
export interface PositionStatement {
  readonly documentId: string;
  readonly since: Instant;
  readonly fact: Fact;
  /** Region names, `except:` before those that are left out; empty where it holds everywhere. */
  readonly regions: readonly string[];
}

/** Where a platform stands on one kind of data. */
export interface Position {
  readonly kind: DataKind;
  readonly stance: Stance;
  /** What is used, what is promised, and on which condition; empty where the documents are silent. */
  readonly statements: readonly PositionStatement[];
  /** Ways to refuse that the documents name for it. */
  readonly waysOut: readonly PositionStatement[];
  /** Regions where it stands otherwise. */
  readonly regions: readonly { readonly region: string; readonly stance: Stance }[];
}
