import { FIRST_FORMAT } from './0001-first-format.ts';
import { SUSPECTS_AND_SLOTS } from './0002-suspects-and-slots.ts';
import { PARTS } from './0003-parts.ts';
import { AWAITING } from './0004-awaiting.ts';
import { ROBOTS } from './0005-robots.ts';
import { IMPORTS } from './0006-imports.ts';

/** In order: entry N - 1 takes an archive from format N - 1 to format N. Entries that were released never change. */
export const MIGRATIONS: readonly string[] = [FIRST_FORMAT, SUSPECTS_AND_SLOTS, PARTS, AWAITING, ROBOTS, IMPORTS];
