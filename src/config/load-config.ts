import type { WatchedDocument } from '../domain/source.ts';
import type { Config } from './config.ts';
import { ConfigError, type Violation } from './config-error.ts';
import { deepFreeze } from './deep-freeze.ts';
import { formatPath } from './format-path.ts';
import { loadSettings, type Settings, settingsFile } from './load-settings.ts';
import { loadSources } from './load-sources.ts';
import { PACKAGE_VERSION } from './package-version.ts';
import { checkConfigDir } from './read-config-file.ts';
import { type Environment, readSecrets } from './read-secrets.ts';
import { nearestSelectors } from './select-documents.ts';

export interface LoadConfigOptions {
  /** Folder of `settings.jsonc`, `sources.json` and `sources.local.jsonc`; each of them may be missing. */
  readonly dir: string;
  readonly env: Environment;
  /** A `.env` file whose values count where `env` has none; may be missing. */
  readonly envFile?: string;
  /** A folder that a person named must exist; the default one need not. */
  readonly mustExist?: boolean;
}

/**
 * Reads and checks the whole configuration.
 *
 * @throws {ConfigError} `config_invalid`, with every mistake of all files and of the environment.
 */
export async function loadConfig({ dir, env, envFile, mustExist = false }: LoadConfigOptions): Promise<Config> {
  const [folder, { secrets, violations: inSecrets }, sources] = await Promise.all([
    checkConfigDir(dir, mustExist),
    readSecrets(env, envFile ?? null),
    loadSources(dir),
  ]);
  const { settings, violations: inSettings } = await loadSettings(dir, secrets.smtpUrl !== undefined);
  const documents = sources.platforms.flatMap((platform) => platform.documents);
  const unknown =
    settings && sources.violations.length === 0 ? unknownSelectors(settings, documents, settingsFile(dir)) : [];
  const violations = [...folder, ...inSettings, ...unknown, ...sources.violations, ...inSecrets];
  if (settings === null || violations.length > 0) throw new ConfigError(violations);
  const userAgent = `clausewatch/${PACKAGE_VERSION} (+${settings.contact})`;
  return deepFreeze({
    settings,
    platforms: sources.platforms,
    documents,
    secrets,
    version: PACKAGE_VERSION,
    userAgent,
  });
}

/** A misspelt selector would be a subscription that never tells anybody anything. */
function unknownSelectors(settings: Settings, documents: readonly WatchedDocument[], file: string): Violation[] {
  return settings.subscriptions.flatMap(({ selectors }, index) =>
    selectors.flatMap((selector, at) => {
      const nearest = nearestSelectors(documents, selector);
      const path = formatPath(['subscriptions', index, 'selectors', at]);
      return nearest === null ? [] : [{ file, path, message: `"${selector}" names no document; ${nearest}` }];
    }),
  );
}
