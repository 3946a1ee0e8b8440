#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still say what it lacks. Never moved: npm links to this path.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(
    `clausewatch needs Node.js 24.15 or newer; this is ${process.version}.\nIn a clone after "npm ci" use: npx clausewatch …\n`,
  );
  process.exit(2);
}
if (process.argv[2] === 'watch') beThrifty();
// A clone runs the TypeScript unbuilt; Node refuses to strip types inside node_modules, so a published package runs dist.
const source = new URL('../src/cli/main.ts', import.meta.url);
if (existsSync(source)) {
  await keepCompiled();
  await import(source.href);
} else await import(new URL('../dist/cli/main.js', import.meta.url).href);

// Stripping types costs each process 25 MB and a third of its start. Beside the dependencies, as who can write there can
// run code here anyway; where it cannot be written, nothing is kept and nothing else changes.
async function keepCompiled() {
  const folder = fileURLToPath(new URL('../node_modules/.cache/clausewatch', import.meta.url));
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(folder);
  // For the process that reads pages.
  process.env.NODE_COMPILE_CACHE ??= folder;
}

// A daemon that reads pages by the hundred keeps a hundred megabytes more where the C library's heap may grow holes. How
// it allocates is asked for at the start of a process only, so this one starts over: same process, same id. What somebody
// has set stays; where that cannot be done (Windows, macOS, an embedding program that talks to us) nothing else changes.
function beThrifty() {
  const { platform, execve, execPath, execArgv, argv, env, connected } = process;
  if (platform !== 'linux' || !execve || connected || env.MALLOC_MMAP_THRESHOLD_ !== undefined) return;
  const flags = ['--max-semi-space-size=4', '--no-parallel-scavenge', '--expose-gc'];
  execve.call(process, execPath, [execPath, ...flags, ...execArgv, ...argv.slice(1)], {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '65536',
    MALLOC_TRIM_THRESHOLD_: '65536',
    MALLOC_TOP_PAD_: '65536',
    ...env,
  });
}
