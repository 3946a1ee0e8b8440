import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './corpus.ts';
import { folderBytes } from './folder-bytes.ts';

/** Bytes that `git` takes for the same captures: one commit each, one file for each document, `git gc` afterwards. */
export async function storeInGit(dir: string, corpus: string, steps: readonly Step[]): Promise<number> {
  run(['init', '-q', '--bare', dir]);
  const importing = spawn('git', ['-C', dir, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] });
  for (const { slug, file, at } of steps) {
    const body = readFileSync(join(corpus, file));
    const head = `commit refs/heads/main\ncommitter replay <replay@clausewatch.invalid> ${Math.floor(at / 1000)} +0000\n`;
    const change = `data 0\nM 100644 inline ${slug}.html\ndata ${body.length}\n`;
    if (!importing.stdin.write(Buffer.concat([Buffer.from(head + change), body, Buffer.from('\n')])))
      await once(importing.stdin, 'drain');
  }
  importing.stdin.end();
  await once(importing, 'close');
  // `gc` keeps what fast-import wrote, which is eight times larger than what commits one by one are packed to.
  run(['-C', dir, 'repack', '-a', '-d', '-f', '-q']);
  run(['-C', dir, 'gc', '-q', '--prune=now']);
  return folderBytes(join(dir, 'objects'));
}

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}
