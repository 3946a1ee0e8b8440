import { expect, it } from 'vitest';
import { openArchive } from '../../harness/open-archive.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const DAY_MS = 86_400_000;
const kept = (text: string, readAt: number) => ({
  answer: { status: 200, body: new TextEncoder().encode(text) },
  readAt,
});

it('gives every process what one of them read last, and nothing for other origins', async () => {
  const dir = temporaryFolder();
  const [one, other] = [await openArchive(dir), await openArchive(dir)];
  await one.robots.put('https://acme.example', kept('User-agent: *', 1_000));
  await one.robots.put('https://acme.example', kept('User-agent: x', 2_000));
  expect(await other.robots.get('https://acme.example')).toEqual(kept('User-agent: x', 2_000));
  expect(await other.robots.get('http://acme.example')).toBeNull();
});

it('forgets what was not asked for in a month', async () => {
  const { robots } = await openArchive(temporaryFolder());
  await robots.put('https://one.example', kept('', 1_000));
  await robots.put('https://two.example', kept('', 1_000 + 29 * DAY_MS));
  expect(await robots.get('https://one.example')).not.toBeNull();
  await robots.put('https://three.example', kept('', 1_001 + 30 * DAY_MS));
  expect(await robots.get('https://one.example')).toBeNull();
  expect(await robots.get('https://two.example')).not.toBeNull();
});
