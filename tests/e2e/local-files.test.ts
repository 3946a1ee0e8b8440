import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { policyPdf } from '../harness/policy-pdf.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await temporaryFolder();
  await writeFile(join(cwd, 'before.html'), policyPage());
  await writeFile(join(cwd, 'after.html'), policyPage({ extra: [TRAINING_CLAUSE] }));
  await writeFile(
    join(cwd, 'wall.html'),
    '<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your browser.</p>',
  );
});

const run = (args: string[], input?: string) =>
  runClausewatch(args, { cwd, ...(input === undefined ? {} : { input }) });
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('clausewatch compare', () => {
  it('ends as diff does: 0 same, 1 differs, 2 trouble', async () => {
    expect(await run(['compare', 'before.html', 'before.html'])).toMatchObject({ status: 0 });
    expect(await run(['compare', 'before.html', 'after.html'])).toMatchObject({ status: 1 });
    const missing = await run(['compare', 'before.html', 'nowhere.html']);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('nowhere.html: there is no such file');
    expect(await run(['compare', 'before.html'])).toMatchObject({ status: 2 });
  });

  it('shows what changed and what it means', async () => {
    const { stdout } = await run(['compare', 'before.html', 'after.html']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`{+${TRAINING_CLAUSE}+}`);
    expect(stdout).toContain('ai-training');
  });

  it('explains by which rule and which words', async () => {
    const { status, stdout } = await run(['compare', '--explain', 'before.html', 'after.html']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/rule [a-z-]+ \d+, by the words “/);
    const json = JSON.parse((await run(['compare', '--explain', '--json', 'before.html', 'after.html'])).stdout);
    expect(json.explanation.facts[0].evidence[0].fact.quote).toBe(TRAINING_CLAUSE);
  });

  it('answers a batch line by line, in order, and goes on after a bad line', async () => {
    const input = [
      JSON.stringify({ id: 'a', before: 'before.html', after: 'after.html' }),
      'no json at all',
      JSON.stringify({ id: 'c', before: 'before.html' }),
      JSON.stringify({ id: 'd', before: 'before.html', after: 'nowhere.html' }),
      JSON.stringify({ id: 'e', before: 'before.html', after: 'before.html' }),
    ].join('\n');
    const { status, stdout } = await run(['compare', '--batch'], input);
    expect(status).toBe(0);
    const [a, b, c, d, e] = lines(stdout);
    expect(a).toMatchObject({ id: 'a', changed: true, cosmetic: false, topics: ['ai-training'], hunks: { added: 1 } });
    expect(a.facts[0].quote).toBe(TRAINING_CLAUSE);
    expect(b).toMatchObject({ id: null, error: { code: 'batch_line_invalid' } });
    expect(c).toMatchObject({ id: 'c', error: { code: 'batch_line_invalid' } });
    expect(d).toMatchObject({ id: 'd', error: { code: 'file_missing' } });
    expect(e).toMatchObject({ id: 'e', changed: false, topics: [], facts: [] });
  });
});

describe('clausewatch extract', () => {
  it('prints the policy as Markdown, without the site around it', async () => {
    const { status, stdout } = await run(['extract', 'before.html']);
    expect(status).toBe(0);
    expect(stdout).toContain('## What we collect');
    expect(stdout).not.toContain('Log in');
  });

  it('answers a batch with title, language, verdict, Markdown and hash', async () => {
    const input = ['before', 'after', 'wall', 'nowhere']
      .map((id) => JSON.stringify({ id, file: `${id}.html`, url: 'https://plumbago.example/privacy' }))
      .join('\n');
    const [before, after, wall, nowhere] = lines((await run(['extract', '--batch'], input)).stdout);
    expect(before).toMatchObject({ id: 'before', language: 'en', verdict: 'policy', title: 'Plumbago Privacy Policy' });
    expect(after.hash).not.toBe(before.hash);
    expect(wall).toMatchObject({ id: 'wall', verdict: 'suspect', reason: 'bot-wall' });
    expect(nowhere).toMatchObject({ id: 'nowhere', error: { code: 'file_missing' } });
  });

  it('ends with 2 without files', async () => {
    expect(await run(['extract'])).toMatchObject({ status: 2 });
  });
});

describe('PDF files', () => {
  it('are compared and read like pages', async () => {
    await writeFile(join(cwd, 'a.pdf'), await policyPdf());
    await writeFile(join(cwd, 'b.pdf'), await policyPdf([TRAINING_CLAUSE], { fontSize: 13 }));
    await writeFile(join(cwd, 'c.pdf'), await policyPdf([], { fontSize: 9, tagged: true }));
    const changed = await run(['compare', 'a.pdf', 'b.pdf']);
    expect(changed).toMatchObject({ status: 1, stderr: '' });
    expect(changed.stdout.replace(/\s+/g, ' ')).toContain(`{+${TRAINING_CLAUSE}+}`);
    expect(await run(['compare', 'a.pdf', 'c.pdf'])).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout, stderr } = await run(['extract', 'a.pdf']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('## What we collect');
    expect(stdout).not.toContain('Page 1 of');
  });

  it('that are broken are trouble, told on stderr without the noise of the parser', async () => {
    await writeFile(join(cwd, 'a.pdf'), await policyPdf());
    await writeFile(join(cwd, 'broken.pdf'), (await policyPdf()).subarray(0, 900));
    const { status, stderr } = await run(['compare', 'a.pdf', 'broken.pdf']);
    expect(status).toBe(2);
    expect(stderr).toContain('broken.pdf: cannot be read as text (unreadable)');
    expect(stderr).not.toContain('Warning');
  });
});
