import type { Violation } from './config-error.ts';
import { formatPath } from './format-path.ts';
import { asArray, asString } from './loose-json.ts';
import {
  documentsOf,
  entriesOf,
  type Merged,
  type MergedPlatform,
  type Placed,
  platformsOf,
  type SourcesFile,
  whereWritten,
} from './merge-sources.ts';

/** Ids that stand twice in one file. */
export function duplicateIds(source: SourcesFile): Violation[] {
  const platforms = platformsOf(source);
  return [
    platforms,
    ...platforms.map(documentsOf),
    ...platforms.map((platform) => entriesOf(platform, 'controls')),
  ].flatMap(repeats);
}

/** What no single entry can tell: that ids exist, and that absences are explained and true. */
export function crossRules(platforms: readonly MergedPlatform[]): Violation[] {
  const ids = new Set(platforms.map(({ raw }) => asString(raw.id)));
  return [
    ...platforms.flatMap(({ documents }) => documents.flatMap((document) => danglingPlatforms(document, ids))),
    ...platforms.flatMap((platform) => aiPageRule(platform, platforms)),
    ...platforms.flatMap(controlRule),
  ];
}

function repeats(entries: readonly Placed[]): Violation[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const id = asString(entry.raw.id);
    if (id === null) return [];
    if (seen.has(id)) return [violation(entry, ['id'], `"${id}" is used twice here; ids must be unique`)];
    seen.add(id);
    return [];
  });
}

function danglingPlatforms(document: Merged, known: ReadonlySet<string | null>): Violation[] {
  const place = whereWritten(document, 'appliesTo');
  return asArray(document.raw.appliesTo).flatMap((id, index) =>
    typeof id === 'string' && !known.has(id)
      ? [violation(place, ['appliesTo', index], `there is no platform "${id}"`)]
      : [],
  );
}

/** Own platforms may watch whatever a person likes; the list that all share must say where a platform has no AI page. */
function aiPageRule(platform: MergedPlatform, platforms: readonly MergedPlatform[]): Violation[] {
  const speaksOfAi = platforms.some((other) =>
    other.documents.some(
      ({ raw }) => raw.kind === 'ai' && (other === platform || asArray(raw.appliesTo).includes(platform.raw.id)),
    ),
  );
  if (platform.raw.noAiPage !== undefined && speaksOfAi) {
    return [
      violation(whereWritten(platform, 'noAiPage'), ['noAiPage'], 'a document of kind "ai" speaks for it: remove one'),
    ];
  }
  if (platform.raw.noAiPage !== undefined || speaksOfAi || !platform.base) return [];
  return [violation(platform.base, [], 'needs a document of kind "ai", or noAiPage with reason and date')];
}

function controlRule(platform: MergedPlatform): Violation[] {
  const { raw } = platform;
  const listed = asArray(raw.controls).length > 0;
  if (listed && raw.noKnownControl !== undefined) {
    return [violation(whereWritten(platform, 'noKnownControl'), ['noKnownControl'], 'controls are listed: remove one')];
  }
  if (listed || raw.noKnownControl !== undefined || !platform.base) return [];
  return [violation(platform.base, [], 'needs controls, or noKnownControl with reason and date')];
}

function violation(place: Placed, path: readonly PropertyKey[], message: string): Violation {
  return { file: place.file, path: formatPath([...place.path, ...path]), message };
}
