import type { Instant } from '../../domain/capture.ts';
import { type Direction, SEVERITIES, type Severity, type Topic } from '../../domain/fact.ts';
import type { ChangeOutline } from '../../domain/version.ts';

/** One change on the time axis. */
export interface TimelineEvent {
  readonly changeId: string;
  readonly at: Instant;
  readonly topics: readonly Topic[];
  readonly severity: Severity;
  readonly direction: Direction;
  /** What it means, in words of ours; "" where it is about none of the topics. */
  readonly label: string;
  /** Counted through the whole timeline; null where it is only a mark. */
  readonly number: number | null;
}

/** One document, its changes oldest first. */
export interface TimelineRow {
  readonly documentId: string;
  readonly title: string;
  /** The first and the last version. */
  readonly from: Instant;
  readonly to: Instant;
  readonly events: readonly TimelineEvent[];
}

export interface Timeline {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly TimelineRow[];
  /** Notable events that got no number as there are too many. */
  readonly unnumbered: number;
}

export interface TimelineInput {
  readonly documentId: string;
  readonly title: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly changes: readonly ChangeOutline[];
}

/** More would be a list with a picture above it. */
const MOST_NUMBERED = 40;

/** The changes of documents on one axis. `describe` gives the words for what a change means. */
export function buildTimeline(
  inputs: readonly TimelineInput[],
  describe: (change: ChangeOutline) => string,
): Timeline | null {
  const first = inputs.map(({ from }) => from).toSorted()[0];
  const last = inputs
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const notable = inputs.flatMap(({ changes }) => changes.filter(isNotable));
  const numbered = new Set(notable.toSorted(byWeight).slice(0, MOST_NUMBERED));
  let number = 0;
  const rows = inputs.map(({ documentId, title, from, to, changes }) => ({
    ...{ documentId, title, from, to },
    events: changes.toSorted(byDate).map((change): TimelineEvent => {
      const { topics, severity, direction, facts } = change.classification;
      if (numbered.has(change)) number += 1;
      return {
        ...{ changeId: change.id, at: change.detectedAt, topics, severity, direction },
        label: facts.length === 0 ? '' : describe(change),
        number: numbered.has(change) ? number : null,
      };
    }),
  }));
  return { from: first, to: last, rows, unnumbered: notable.length - numbered.size };
}

function isNotable({ classification }: ChangeOutline): boolean {
  return classification.facts.length > 0;
}

/** What is about training comes before other AI, however grave. */
function byWeight(a: ChangeOutline, b: ChangeOutline): number {
  const weight = ({ classification: { severity, topics } }: ChangeOutline): number =>
    SEVERITIES.indexOf(severity) + (topics.includes('ai-training') ? SEVERITIES.length : 0);
  return weight(b) - weight(a) || -byDate(a, b);
}

function byDate(a: ChangeOutline, b: ChangeOutline): number {
  return a.detectedAt < b.detectedAt ? -1 : a.detectedAt > b.detectedAt ? 1 : 0;
}
