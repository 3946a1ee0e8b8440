import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { WatchingProcess } from '../harness/watching-process.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

/** What the kernel says the process was started with. */
function startedWith(pid: number): { readonly env: readonly string[]; readonly args: readonly string[] } {
  const read = (name: string): string[] => readFileSync(`/proc/${pid}/${name}`, 'utf8').split('\0').filter(Boolean);
  return { env: read('environ'), args: read('cmdline') };
}

async function watching(env: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder();
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: 'http://127.0.0.1:9/privacy' }]);
  const daemon = new WatchingProcess({ cwd, env });
  await daemon.heard(({ msg }) => msg === 'watching');
  const started = startedWith(daemon.pid);
  await daemon.end('SIGTERM');
  return { daemon, started };
}

describe.runIf(process.platform === 'linux')('the daemon, asked to be thrifty with memory', () => {
  it('starts over under the same process id, so that whoever started it can stop it', async () => {
    const { daemon, started } = await watching();
    expect(started.env).toContain('MALLOC_ARENA_MAX=2');
    expect(started.args).toContain('--max-semi-space-size=4');
    expect(daemon.log.at(-1)).toMatchObject({ msg: 'stopped' });
    expect(daemon.complaints).toBe('');
  });

  it('leaves alone what somebody has set', async () => {
    const { started } = await watching({ MALLOC_MMAP_THRESHOLD_: '131072' });
    expect(started.env).toContain('MALLOC_MMAP_THRESHOLD_=131072');
    expect(started.env.some((entry) => entry.startsWith('MALLOC_ARENA_MAX='))).toBe(false);
  });
});
