import type { App } from '../app.ts';
import type { Config } from '../config/config.ts';
import type { CliContext } from './cli-context.ts';
import { type CommonOptions, DEFAULT_CONFIG_DIR } from './common-options.ts';

/** Opens config and archive for one action and closes both, whatever happens. Throws `ConfigError`, `storage_*`. */
export async function withApp<T>(
  options: CommonOptions,
  context: CliContext,
  action: (app: App) => Promise<T>,
): Promise<T> {
  const [{ loadConfig }, { openApp }] = await Promise.all([import('../config/load-config.ts'), import('../app.ts')]);
  const config = await loadConfig({
    dir: options.config,
    env: context.env,
    envFile: '.env',
    mustExist: options.config !== DEFAULT_CONFIG_DIR,
  });
  const { clock, signal } = context;
  const owner = ownerName();
  const app = await openApp({ config, archiveDir: options.archive, clock, owner, signal, staysToConfirm: true });
  try {
    return await action(app);
  } finally {
    await app.close();
  }
}

/** As {@link withApp}, for verbs that only read what is stored. */
export async function withArchive<T>(
  options: CommonOptions,
  context: CliContext,
  action: (stored: { readonly config: Config; readonly storage: OpenStorage }) => Promise<T>,
): Promise<T> {
  const [{ loadConfig }, { openSqliteArchive }] = await Promise.all([
    import('../config/load-config.ts'),
    import('../storage/sqlite/open-sqlite-archive.ts'),
  ]);
  const config = await loadConfig({
    dir: options.config,
    env: context.env,
    envFile: '.env',
    mustExist: options.config !== DEFAULT_CONFIG_DIR,
  });
  const storage = await openSqliteArchive({ dir: options.archive });
  try {
    return await action({ config, storage });
  } finally {
    await storage.close();
  }
}

export type OpenStorage = Awaited<
  ReturnType<typeof import('../storage/sqlite/open-sqlite-archive.ts').openSqliteArchive>
>;

function ownerName(): string {
  return `${process.pid}-${Date.now().toString(36)}`;
}
