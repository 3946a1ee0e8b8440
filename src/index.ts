/**
 * clausewatch as a library: few named exports, each documented where it is defined and shown in docs/reference/library.md
 * with an example that a test runs.
 */
export { classifyChange } from './classify/classify-change.ts';
export { derivePositions } from './classify/positions/derive-positions.ts';
export type * from './classify/positions/position.ts';
export { type DatedPositions, type PositionChange, positionChanges } from './classify/positions/position-changes.ts';
export { readFacts } from './classify/read-facts.ts';
export { diffDocuments } from './diff/diff-documents.ts';
export type * from './domain/alert.ts';
export type * from './domain/block.ts';
export type * from './domain/capture.ts';
export type * from './domain/fact.ts';
export type * from './domain/redline.ts';
export type * from './domain/source.ts';
export type * from './domain/version.ts';
export { extractDocument } from './extract/extract-document.ts';
export { type CheckReport, checkDocument, type Stages } from './pipeline.ts';
export { openSqliteArchive as openArchive } from './storage/sqlite/open-sqlite-archive.ts';
