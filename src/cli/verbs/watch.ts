import { type CliContext, EXIT } from '../cli-context.ts';
import { type CommonOptions, DEFAULT_CONFIG_DIR, withCommonOptions } from '../common-options.ts';
import type { AddVerb } from '../verb.ts';

export const addWatchVerb: AddVerb = (program, context, end) => {
  withCommonOptions(program.command('watch'))
    .description(
      'the daemon: check on schedule and deliver alerts until SIGTERM or Ctrl-C; SIGHUP reloads the settings',
    )
    .action(async (options: CommonOptions) => {
      const inTime = await watch(options, context);
      end(EXIT.ok);
      // What did not end would keep the process from ending.
      if (!inTime) process.exit(EXIT.ok);
    });
};

async function watch(options: CommonOptions, context: CliContext): Promise<boolean> {
  const [{ loadConfig }, { createLog }, { runDaemon }] = await Promise.all([
    import('../../config/load-config.ts'),
    import('../watch/create-log.ts'),
    import('../watch/run-daemon.ts'),
  ]);
  return await runDaemon({
    archiveDir: options.archive,
    clock: context.clock,
    log: createLog(context.stderr),
    signal: context.signal,
    onReload: context.onReload ?? (() => () => undefined),
    load: () =>
      loadConfig({
        dir: options.config,
        env: context.env,
        envFile: '.env',
        mustExist: options.config !== DEFAULT_CONFIG_DIR,
      }),
  });
}
