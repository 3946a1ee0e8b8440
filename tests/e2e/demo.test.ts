import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

describe('clausewatch demo', () => {
  it('finds every planted change, raises nothing else, and every command it prints works', async () => {
    const cwd = await temporaryFolder();
    const { status, stdout } = await runClausewatch(['demo', '--dir', join(cwd, 'demo')], { cwd });
    expect(stdout).not.toContain('What was not as expected');
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/npx clausewatch (.+)/g)].map(([, line = '']) => line.split(' '));
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      expect(await runClausewatch(command, { cwd })).toMatchObject({ status: 0, stderr: '' });
    }
    const html = /^\s+(\S+\.html)$/m.exec(stdout)?.[1] ?? '';
    expect(await readFile(html, 'utf8')).toContain('<html');
  });
});
