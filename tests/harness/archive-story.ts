import { openSqliteArchive } from '../../src/storage/sqlite/open-sqlite-archive.ts';

/** What must be the same in two archives of one story, whatever happened on the way. */
export interface ArchiveStory {
  readonly versions: readonly string[];
  readonly changes: readonly string[];
  /** Messages by kind, Message-ID and state. */
  readonly outbox: readonly string[];
  readonly unjudged: number;
  readonly orphans: readonly string[];
}

export interface StoryOptions {
  readonly dir: string;
  readonly documentIds: readonly string[];
  /** Leaves out what follows from the time of a run: two runs by the clock of the machine tell the same story without. */
  readonly timeless?: boolean;
}

/** Reads an archive through and through; throws when it is damaged. */
export async function readStory({ dir, documentIds, timeless = false }: StoryOptions): Promise<ArchiveStory> {
  const { archive, outbox, close } = await openSqliteArchive({ dir });
  try {
    const versions: string[] = [];
    for (const id of documentIds) {
      for (const version of await archive.versionsOf(id)) {
        const { number, hash, origin, capturedAt, revertsTo } = version;
        const dated = timeless ? [revertsTo !== null] : [capturedAt, revertsTo];
        versions.push([id, number, hash, origin, ...dated].join(' '));
        // Every text can still be read.
        await archive.version(version.id);
      }
    }
    const rows = await outbox.list(['queued', 'delivered', 'dead', 'discarded']);
    return {
      versions: versions.toSorted(),
      changes: (await archive.changes({}))
        .map(({ id, documentId, after }) => (timeless ? `${documentId} ${after.number}` : id))
        .toSorted(),
      outbox: rows
        .map(({ kind, state, message }) => `${kind} ${timeless ? message.subject : message.messageId} ${state}`)
        .toSorted(),
      unjudged: (await archive.unjudged()).length,
      orphans: (await archive.verify()).orphans,
    };
  } finally {
    await close();
  }
}

/** How two stories differ, one line each; empty where they are the same. Files left over by a crash are harmless. */
export function differencesOf(one: ArchiveStory, other: ArchiveStory): readonly string[] {
  return (['versions', 'changes', 'outbox'] as const).flatMap((key) => {
    const [first, second] = [numbered(one[key]), numbered(other[key])];
    return [
      ...[...first.difference(second)].map((entry) => `${key}: only in the first: ${entry}`),
      ...[...second.difference(first)].map((entry) => `${key}: only in the second: ${entry}`),
    ];
  });
}

/** Equal entries told apart by a number, so that one of two that are alike is missed. */
function numbered(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    entries.map((entry) => {
      const nth = (seen.get(entry) ?? 0) + 1;
      seen.set(entry, nth);
      return `${entry} #${nth}`;
    }),
  );
}
