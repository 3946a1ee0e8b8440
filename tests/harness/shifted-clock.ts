import { isMainThread } from 'node:worker_threads';

// Loaded into a child process before the program (`--import`): its clock jumps an hour forward with each SIGUSR2, as
// that of a machine does which slept. Timers keep their pace.
const HOUR = 3_600_000;
let ahead = Number(process.env.TEST_HOURS_AHEAD ?? 0) * HOUR;

const Real = Date;
class ShiftedDate extends Real {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...given);
  }

  static override now(): number {
    return Real.now() + ahead;
  }
}

if (isMainThread) {
  Object.assign(globalThis, { Date: ShiftedDate });
  process.on('SIGUSR2', () => {
    ahead += HOUR;
    process.stderr.write(`${JSON.stringify({ clock: new ShiftedDate().toISOString() })}\n`);
  });
}
