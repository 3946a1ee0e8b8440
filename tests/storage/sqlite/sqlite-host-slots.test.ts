import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/storage/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../src/storage/sqlite/migrations/all-migrations.ts';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database.ts';
import { SqliteHostSlots } from '../../../src/storage/sqlite/sqlite-host-slots.ts';
import { hostSlotsContract, type SlotsUnderTest } from '../../fetchers/host-slots-contract.ts';
import { spawnVisitor } from '../../harness/spawn-visitor.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const HOST = 'fernleaf.example';
const never = new AbortController().signal;

/** Slots as several processes see them: one clock, a connection each. */
function openShared(minPauseMs: number, start = 1_000_000) {
  const file = join(temporaryFolder(), 'clausewatch.db');
  let time = start;
  const slept: number[] = [];
  const connect = (): SqliteHostSlots => {
    const database = new SqliteDatabase(file);
    onTestFinished(() => database.close());
    migrate(database, MIGRATIONS);
    const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      slept.push(ms);
      time += ms;
      await new Promise((resolve) => setImmediate(resolve));
    };
    return new SqliteHostSlots(database, { minPauseMs, now: () => time, sleep, random: () => 0.5 });
  };
  const setTime = (value: number): void => {
    time = value;
  };
  return { connect, slept, now: () => time, setTime };
}

describe('slots of one process', () => {
  hostSlotsContract((minPauseMs): SlotsUnderTest => {
    const { connect, now } = openShared(minPauseMs);
    return { slots: connect(), now };
  });
});

describe('slots of several processes', () => {
  it('keep one request at a time per host, and the pause after it', async () => {
    const { connect, slept, now } = openShared(2000);
    const [daemon, manual] = [connect(), connect()];
    const release = await daemon.acquire(HOST, never);
    let end = 0;
    const waiting = manual.acquire(HOST, never).then((next) => {
      expect(now() - end).toBeGreaterThanOrEqual(2000);
      return next();
    });
    while (slept.length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(Math.min(...slept), 'it looks now and then, not all the time').toBeGreaterThanOrEqual(100);
    end = now();
    await release();
    await waiting;
  });

  it('do not make different hosts wait for each other', async () => {
    const { connect, slept } = openShared(2000);
    const releases = [await connect().acquire('a.example', never), await connect().acquire('b.example', never)];
    expect(slept).toEqual([]);
    await Promise.all(releases.map((release) => release()));
  });

  it('stop waiting for another process when they are told to, with the reason', async () => {
    const { connect } = openShared(2000);
    const release = await connect().acquire(HOST, never);
    const impatient = new AbortController();
    const waiting = connect().acquire(HOST, impatient.signal);
    impatient.abort(new Error('too long'));
    await expect(waiting).rejects.toThrow('too long');
    await release();
  });

  it('take over from a process that died, after its lease and not before', async () => {
    const { connect, now } = openShared(2000);
    const start = now();
    await connect().acquire(HOST, never);
    const release = await connect().acquire(HOST, never);
    expect(now() - start).toBeGreaterThanOrEqual(15_000);
    expect(now() - start).toBeLessThan(16_000);
    await release();
  });

  it('wait no longer than one pause when the clock was set back', async () => {
    const { connect, slept, setTime } = openShared(2000);
    await (await connect().acquire(HOST, never))();
    setTime(0);
    await (await connect().acquire(HOST, never))();
    expect(slept).toEqual([2000]);
  });
});

interface Visit {
  readonly from: number;
  readonly until: number;
}

async function visitsOf(file: string, options: { times: number; pauseMs: number; leaseMs: number }): Promise<Visit[]> {
  const child = spawnVisitor(file, options);
  const exited = once(child, 'exit');
  const visits: Visit[] = [];
  for await (const line of createInterface({ input: child.stdout })) visits.push(JSON.parse(line) as Visit);
  expect((await exited)[0]).toBe(0);
  return visits;
}

describe('real processes', () => {
  it('never visit one host at once, and leave the pause between any two visits', async () => {
    const file = join(temporaryFolder(), 'clausewatch.db');
    const options = { times: 8, pauseMs: 40, leaseMs: 15_000 };
    const visits = (await Promise.all([visitsOf(file, options), visitsOf(file, options)])).flat();
    const inOrder = visits.toSorted((a, b) => a.from - b.from);
    expect(inOrder).toHaveLength(16);
    const pauses = inOrder.slice(1).map(({ from }, index) => from - (inOrder[index]?.until ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(options.pauseMs);
  });

  it('get a host back from one that was killed while it held it', async () => {
    const file = join(temporaryFolder(), 'clausewatch.db');
    const victim = spawnVisitor(file, { times: 0, pauseMs: 0, leaseMs: 600 });
    const [line] = (await once(createInterface({ input: victim.stdout }), 'line')) as [string];
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    const [visit] = await visitsOf(file, { times: 1, pauseMs: 0, leaseMs: 600 });
    // The victim tells of its turn a little after its lease began.
    expect((visit?.from ?? 0) - (JSON.parse(line) as Visit).from).toBeGreaterThanOrEqual(500);
  });
});
