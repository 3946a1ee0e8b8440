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

/** Reads an archive through and through; throws when it is damaged. */
export async function readStory(dir: string, documentIds: readonly string[]): Promise<ArchiveStory> {
  const { archive, outbox, close } = await openSqliteArchive({ dir });
  try {
    const versions: string[] = [];
    for (const id of documentIds) {
      for (const version of await archive.versionsOf(id)) {
        const { number, hash, origin, capturedAt, revertsTo } = version;
        versions.push([id, number, hash, origin, capturedAt, revertsTo].join(' '));
        // Every text can still be read.
        await archive.version(version.id);
      }
    }
    const rows = await outbox.list(['queued', 'delivered', 'dead', 'discarded']);
    return {
      versions: versions.toSorted(),
      changes: (await archive.changes({})).map(({ id }) => id).toSorted(),
      outbox: rows.map(({ kind, state, message }) => `${kind} ${message.messageId} ${state}`).toSorted(),
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
    const [first, second] = [new Set(one[key]), new Set(other[key])];
    return [
      ...[...first.difference(second)].map((entry) => `${key}: only in the first: ${entry}`),
      ...[...second.difference(first)].map((entry) => `${key}: only in the second: ${entry}`),
    ];
  });
}
