import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PositionChange } from '../../src/classify/positions/position-changes.ts';
import type { PlatformPositions } from '../../src/cli/positions/platform-positions.ts';
import { type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { policyPage } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { PLUMBAGO_HISTORIES } from '../harness/versions-repository.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const USE = 'We use the photos you share on Plumbago to train our AI models.';
const WAY_OUT = 'You can opt out of AI training in your settings.';
const PROMISE = 'The photos you share on Plumbago are never used to train AI models.';
const PLAIN: readonly string[] = [];

// One step a day: what stands in the privacy policy, and in the terms.
const DAYS: readonly (readonly [privacy: readonly string[], terms: readonly string[]])[] = [
  [PLAIN, PLAIN],
  [[USE], PLAIN],
  [[USE], [WAY_OUT]],
  [[USE], [WAY_OUT, PROMISE]],
  [PLAIN, [PROMISE]],
  [PLAIN, [PROMISE]],
];
const CLOCK = `--import ${import.meta.resolve('../harness/shifted-clock.ts')}`;

let cwd: string;
let web: LoopbackWeb;
/** What `positions` said on each day, before anything later was known. */
const then: PlatformPositions[] = [];
/** The ledger as it was on each day. */
const ledgers: PositionChange[][] = [];

async function run(day: number, ...args: string[]): Promise<string> {
  const env = { NODE_OPTIONS: CLOCK, TEST_HOURS_AHEAD: String(24 * day) };
  const { status, stdout, stderr } = await runClausewatch(args, { cwd, env });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

const positionsOn = async (day: number, ...more: string[]): Promise<PlatformPositions> =>
  JSON.parse(await run(day, 'positions', '--json', ...more)).positions[0];
const ledgerOn = async (day: number, ...more: string[]): Promise<PositionChange[]> =>
  JSON.parse(await run(day, 'positions', '--changes', '--json', ...more)).changes[0].changes;

const dateOf = (day: number): string => then[day]?.at.slice(0, 10) ?? '';
const LATER = DAYS.length + 400;
/** The same on every day, derived anew long after. */
async function rebuilt(...more: string[]): Promise<PlatformPositions[]> {
  const all: PlatformPositions[] = [];
  for (const day of DAYS.keys())
    all.push({ ...(await positionsOn(LATER, '--at', dateOf(day), ...more)), at: then[day]?.at ?? '' });
  return all;
}
const stanceOn = (positions: PlatformPositions): string =>
  positions.positions.find(({ kind }) => kind === 'user-content')?.stance ?? '';
const steps = (changes: readonly PositionChange[]): string[] =>
  changes.filter(({ kind }) => kind === 'user-content').map(({ from, to }) => `${from} → ${to}`);

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'clausewatch-test-'));
  web = await startLoopbackWeb({});
  const pages = ['privacy', 'terms'].map((id) => ({ id, url: `${web.url}/${id}` }));
  await writeTestConfig(join(cwd, 'config'), pages);
  const [privacy] = PLUMBAGO_HISTORIES.openTermsArchive;
  const terms = { service: 'Plumbago', terms: 'Terms of Service', document: 'plumbago/terms' };
  writeFileSync(join(cwd, 'config', 'histories.json'), JSON.stringify({ openTermsArchive: [privacy, terms] }), {
    mode: 0o600,
  });
  for (const [day, [inPrivacy, inTerms]] of DAYS.entries()) {
    web.routes.set('/privacy', { body: policyPage({ extra: inPrivacy }) });
    web.routes.set('/terms', { body: policyPage({ title: 'Plumbago Terms', extra: inTerms }) });
    await run(day, 'check');
    then.push(await positionsOn(day));
    ledgers.push(await ledgerOn(day));
  }
}, 60_000);

afterAll(async () => {
  await web.close();
  rmSync(cwd, { recursive: true, force: true });
});

describe('positions, as each version came', () => {
  it('follow the documents of a platform together', () => {
    expect(then.map(stanceOn)).toEqual(['silent', 'mandatory', 'opt-out', 'contradictory', 'excluded', 'excluded']);
  });

  it('are the same for every past day, derived later from stored versions that the rules read again', async () => {
    expect(await run(LATER, 'reclassify')).toMatch(/^0 of \d+ recorded changes differ\n$/);
    expect(await rebuilt()).toEqual(then);
  });

  it('are the same from a backup', async () => {
    await run(LATER, 'backup', 'all.tar');
    await run(LATER, 'restore', 'all.tar', '--archive', 'restored');
    expect(await rebuilt('--archive', 'restored')).toEqual(then);
  });

  it('are the same where the versions left by git and came back', async () => {
    await run(LATER, 'export', 'git', 'out');
    await run(LATER, 'import', 'ota', 'out', '--archive', 'again');
    expect(await rebuilt('--archive', 'again')).toEqual(then);
  });
});

describe('the ledger', () => {
  it('has every step on its day', () => {
    const last = ledgers.at(-1) ?? [];
    expect(steps(last)).toEqual([
      'silent → mandatory',
      'mandatory → opt-out',
      'opt-out → contradictory',
      'contradictory → excluded',
    ]);
    expect(last.filter(({ kind }) => kind === 'user-content').map(({ at }) => at.slice(0, 10))).toEqual(
      [1, 2, 3, 4].map(dateOf),
    );
  });

  it('only grows: what stood in it on a day is its beginning later', async () => {
    for (const day of [1, 3, 5]) expect(await ledgerOn(LATER, '--at', dateOf(day))).toEqual(ledgers[day]);
  });

  it('says of each day what the positions of that day and the day before say', () => {
    const told = then.slice(1).map((positions, n) => {
      const [from, to] = [stanceOn(then[n] as PlatformPositions), stanceOn(positions)];
      return from === to ? [] : [`${from} → ${to}`];
    });
    expect(steps(ledgers.at(-1) ?? [])).toEqual(told.flat());
  });
});
