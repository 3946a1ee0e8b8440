import type { Instant } from '../domain/capture.ts';
import type { FactChange, Severity } from '../domain/fact.ts';
import type { HunkKind } from '../domain/redline.ts';
import type { DocumentKind, Platform, WatchedDocument } from '../domain/source.ts';
import type { Change } from '../domain/version.ts';
import { cleanRedlineHtml } from './clean-redline-html.ts';
import { type ControlView, controlViews } from './control-view.ts';
import { formatInstant } from './format-instant.ts';
import { type Clause, groupClauses } from './group-clauses.ts';
import { rankFactChanges } from './rank-fact-changes.ts';
import { safeLink } from './safe-link.ts';
import { DIRECTION_WORDS, dataOf, shortWords, TOPIC_WORDS } from './templates/alert-words.ts';
import { conditionsOf, sayChange } from './templates/say-change.ts';
import { byteLength, clip, visibleLines, visibleText } from './visible-text.ts';

/** The redline as the diff stage rendered it: plain text with word marks, and an HTML fragment with `ins` and `del`. */
interface RenderedRedline {
  readonly text: string;
  readonly html: string;
}

/** What an alert says of a document that alternates between texts it had before. */
export interface BackAndForth {
  /** `begins`: further flips will be told together; `settled`: these were held; `ended`: other words came meanwhile. */
  readonly kind: 'begins' | 'settled' | 'ended';
  readonly flips: number;
  readonly since: Instant;
}

export interface AlertInput {
  readonly change: Change;
  readonly document: WatchedDocument;
  /** All platforms; those that the document speaks for are picked out. */
  readonly platforms: readonly Platform[];
  readonly redline: RenderedRedline;
  /** A short phrase for a fact change; used for kinds of facts that `sayChange` has no sentence for. */
  readonly describe: (change: FactChange) => string;
  /** When a check last saw the previous version, where that is known. */
  readonly previousVerifiedUntil?: Instant | null;
  readonly backAndForth?: BackAndForth;
}

/** Everything an alert says, as plain visible text; the templates only arrange it. */
export interface AlertView {
  readonly sample: boolean;
  readonly headline: string;
  /** In a handful of words, for the subject. */
  readonly brief: string;
  readonly severity: Severity;
  /** What the change means for people, in words. */
  readonly meaning: string;
  readonly platform: string;
  readonly document: string;
  readonly kind: DocumentKind;
  /** Label and value, in reading order. */
  readonly details: readonly (readonly [string, string])[];
  readonly clauses: readonly Clause[];
  readonly clausesLeftOut: number;
  readonly controls: readonly ControlView[];
  /** What to know before following the steps. */
  readonly controlWarnings: readonly string[];
  /** One sentence for each platform that no way out is known of. */
  readonly withoutControl: readonly string[];
  readonly redlineLines: readonly string[];
  /** Safe markup, see `cleanRedlineHtml`. */
  readonly redlineHtml: string;
  readonly redlineCut: boolean;
  readonly links: readonly string[];
  readonly command: string;
}

const MAX_REDLINE_TEXT = 16_000;
const MAX_REDLINE_HTML = 28_000;
const MAX_NAME = 120;

/** The same for every reader. `sample` marks it as one. */
export function alertView(input: AlertInput, { sample = false } = {}): AlertView {
  const { change, document, redline, describe } = input;
  const speaksFor = input.platforms.filter(({ id }) => document.appliesTo.includes(id) || id === document.platform);
  const platform = nameOf(speaksFor.find(({ id }) => id === document.platform)?.name ?? document.platform);
  const name = clip(visibleText(document.name), MAX_NAME);
  const { severity, direction } = change.classification;
  const [gravest] = rankFactChanges(change.classification.facts);
  const text = boundLines(visibleLines(redline.text));
  const html = cleanRedlineHtml(redline.html, MAX_REDLINE_HTML);
  const { clauses, leftOut } = groupClauses(change, describe);
  return {
    sample,
    headline: headlineOf(input, platform, name),
    brief: gravest === undefined ? briefOf(change) : shortWords(gravest),
    severity,
    meaning:
      gravest === undefined ? 'the words changed, none of the statements we look for' : DIRECTION_WORDS[direction],
    platform,
    document: name,
    kind: document.kind,
    details: detailsOf(input, { platform, name, others: speaksFor.filter(({ id }) => id !== document.platform) }),
    clauses,
    clausesLeftOut: leftOut,
    ...controlViews(change.classification.topics.length > 0 ? speaksFor : [], change),
    redlineLines: text.lines,
    redlineHtml: html.html,
    redlineCut: text.cut || html.cut,
    links: document.urls
      .map(safeLink)
      .filter((link) => link !== null)
      .slice(0, 5),
    command: `npx clausewatch diff ${document.id.replace(/[^\w./-]/g, '')}`,
  };
}

function nameOf(name: string): string {
  return clip(visibleText(name), MAX_NAME);
}

function briefOf({ classification }: Change): string {
  const [topic] = classification.topics;
  return topic === undefined ? 'words changed' : `words about ${TOPIC_WORDS[topic]} changed`;
}

function headlineOf({ change, describe }: AlertInput, platform: string, name: string): string {
  const [gravest] = rankFactChanges(change.classification.facts);
  if (gravest !== undefined) return clip(`${platform} ${sayChange(gravest, describe)}`, 300);
  const about = change.classification.topics.map((topic) => TOPIC_WORDS[topic])[0];
  if (about !== undefined) return `${platform} changed words about ${about} in its ${name}`;
  return `${platform} changed the words of its ${name}; nothing it says about AI was found to change`;
}

function detailsOf(
  { change, previousVerifiedUntil, backAndForth }: AlertInput,
  names: { readonly platform: string; readonly name: string; readonly others: readonly Platform[] },
): (readonly [string, string])[] {
  const { before, after } = change;
  const details: (readonly [string, string])[] = [['Document', `${names.platform}: ${names.name}`]];
  if (names.others.length > 0) {
    details.push(['Also speaks for', clip(names.others.map(({ name }) => nameOf(name)).join(', '), 300)]);
  }
  const whose = whoseData(change.classification.facts);
  if (whose !== null) details.push(['Whose data', whose]);
  details.push(['Since when', `first seen ${formatInstant(after.capturedAt)}`]);
  const previous =
    previousVerifiedUntil == null
      ? `the previous version was first seen ${formatInstant(before.capturedAt)}`
      : `the previous version was last verified ${formatInstant(previousVerifiedUntil)}`;
  details.push(['Before that', previous]);
  if (after.revertsTo !== null) details.push(['Seen before', 'these words had stood there before and came back']);
  if (backAndForth) details.push(['Back and forth', sayBackAndForth(backAndForth)]);
  if (after.origin === 'accepted-late' || after.origin === 'accepted-by-hand') {
    details.push(['Note', LATE_NOTE]);
  }
  details.push(['Extent', extentOf(change)]);
  return details;
}

const LATE_NOTE =
  'the new text was doubted at first (unusual size or language, or no second look showed it) and accepted all the same: it went on being seen, could not be looked at again for a day, or a person said so';

function sayBackAndForth({ kind, flips, since }: BackAndForth): string {
  const times = `this document has changed ${flips} times since ${formatInstant(since)}, between texts it had before`;
  if (kind === 'settled') return `${times}; the text described here has now stood for 72 hours`;
  if (kind === 'ended') return `${times}; the last of these changes were recorded without a mail`;
  return `${times}; further changes of this kind are recorded, and you hear of them once a text has stood for 72 hours`;
}

function whoseData(facts: readonly FactChange[]): string | null {
  const data = new Set(
    rankFactChanges(facts)
      .map(dataOf)
      .filter((words) => words !== null),
  );
  if (data.size === 0) return null;
  const conditions = new Set(facts.map(({ before, after }) => conditionsOf(after ?? before)));
  const [only = ''] = conditions;
  // Conditions that hold for some facts only stand beside those: gathered here they would seem to hold for all.
  const limits = conditions.size === 1 && only !== '' ? ` (${only})` : '';
  return clip(`${[...data].join(', ')}${limits}`, 400);
}

function extentOf({ redline }: Change): string {
  const count = (kind: HunkKind): number =>
    redline.hunks.filter((hunk) => hunk.kind === kind && hunk.cosmetic === null).length;
  const parts = [
    [count('modified'), 'reworded'],
    [count('added'), 'added'],
    [count('removed'), 'removed'],
    [count('moved'), 'moved'],
  ] as const;
  const found = parts.filter(([number]) => number > 0);
  if (found.length === 0) return 'see the redline';
  return found
    .map(([number, word], index) => `${number}${index > 0 ? '' : number === 1 ? ' passage' : ' passages'} ${word}`)
    .join(', ');
}

function boundLines(lines: readonly string[]): { readonly lines: readonly string[]; readonly cut: boolean } {
  const kept: string[] = [];
  let left = MAX_REDLINE_TEXT;
  for (const line of lines) {
    const size = byteLength(line) + 1;
    if (size > left) {
      if (left > 200) kept.push(clip(line, Math.floor(left / 4)));
      return { lines: kept, cut: true };
    }
    kept.push(line);
    left -= size;
  }
  return { lines: kept, cut: false };
}
