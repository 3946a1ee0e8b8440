import { setTimeout as delay } from 'node:timers/promises';
import type { WatchedDocument } from '../domain/source.ts';
import type { CheckReport } from './stages.ts';

/** As long as somebody who waits for the answer of a round is kept waiting for a second look. */
export const LONGEST_STAY_MS = 20_000;

export interface CheckListeners {
  /** Of each document as it ends. */
  readonly onReport?: (report: CheckReport) => void;
  /** A document whose check threw; the others go on. */
  readonly onError?: (documentId: string, error: unknown) => void;
  /** Before a second look at documents with other words, `ms` from now. */
  readonly onWait?: (documents: readonly WatchedDocument[], ms: number) => void;
}

export interface CheckOverview {
  readonly reports: readonly CheckReport[];
  /** Ids of documents that another process is checking. */
  readonly busy: readonly string[];
}

export interface CheckRound {
  readonly documents: readonly WatchedDocument[];
  readonly listeners: CheckListeners;
  /** One look; null where another process holds the document. */
  readonly look: (document: WatchedDocument) => Promise<readonly CheckReport[] | null>;
  /** Runs so many looks at once as may be. */
  readonly limit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly confirmAfterMs: number;
  /** Begins nothing more. */
  readonly signal?: AbortSignal;
}

/**
 * Looks at each document, and again at those with other words where that is soon. A look that throws (a failing store, a
 * fault of ours) ends the whole, unless `onError` is given.
 */
export async function checkRound(round: CheckRound): Promise<CheckOverview> {
  const { documents, listeners, confirmAfterMs } = round;
  const { onReport } = listeners;
  const stays = confirmAfterMs <= LONGEST_STAY_MS;
  // Told once, with the look that decides, unless there is something to tell already.
  const isOpen = ({ awaits, change }: CheckReport): boolean => stays && awaits && change === null;
  const first = await lookAtEach(round, (report) => isOpen(report) || onReport?.(report));
  const last = new Map(first.reports.map((report) => [report.check.documentId, report]));
  const again = documents.filter(({ id }) => stays && last.get(id)?.awaits);
  const second = again.length === 0 ? { reports: [], busy: [] } : await lookAgain({ ...round, documents: again });

  const looked = new Set(second.reports.map(({ check }) => check.documentId));
  const undecided = [...last.values()].filter((report) => isOpen(report) && !looked.has(report.check.documentId));
  for (const report of undecided) onReport?.(report);
  const told = first.reports.filter((report) => !isOpen(report));
  return { reports: [...told, ...undecided, ...second.reports], busy: [...first.busy, ...second.busy] };
}

/** The second look, after the pause. Cut short, it is left to the next start. */
async function lookAgain(round: CheckRound): Promise<CheckOverview> {
  const { documents, listeners, confirmAfterMs, signal } = round;
  listeners.onWait?.(documents, confirmAfterMs);
  await delay(confirmAfterMs, null, signal ? { signal } : {}).catch(() => null);
  return lookAtEach(round, (report) => listeners.onReport?.(report));
}

async function lookAtEach(
  { documents, listeners, look, limit, signal }: CheckRound,
  onReport: (report: CheckReport) => void,
): Promise<CheckOverview> {
  const { onError } = listeners;
  const busy: string[] = [];
  const reports = await Promise.all(
    documents.map((document) =>
      limit(async () => {
        if (signal?.aborted) return [];
        try {
          const done = await look(document);
          if (done === null) busy.push(document.id);
          for (const report of done ?? []) onReport(report);
          return done ?? [];
        } catch (error) {
          if (signal?.aborted && error === signal.reason) return [];
          if (!onError) throw error;
          onError(document.id, error);
          return [];
        }
      }),
    ),
  );
  return { reports: reports.flat(), busy };
}
