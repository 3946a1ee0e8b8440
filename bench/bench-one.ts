import { Agent, fetch } from 'undici';
import type { App } from '../src/app.ts';
import { type Bed, makeBed } from './bench-bed.ts';
import { type Figure, median, spread } from './bench-figures.ts';
import { commandOf, cpuMs, descendants } from './bench-processes.ts';

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** Runs measured after so many that warm up: code is compiled by then, as in a daemon. */
const WARM_UP = 25;

function reader(): number {
  return descendants(process.pid).find((pid) => commandOf(pid).includes('extract-process')) ?? 0;
}

/** Processor time of this process and of the page reader, the web left out. */
async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const pid = reader();
  const [own, read, start] = [process.cpuUsage(), cpuMs(pid), performance.now()];
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(own);
  // A reader that was started anew counts from its beginning.
  const after = reader();
  return { cpu: (user + system) / 1000 + cpuMs(after) - (after === pid ? read : 0), wall };
}

async function checkOnce(app: App, wanted: string): Promise<void> {
  const { reports } = await app.check(app.config.documents);
  const outcome = reports[0]?.check.outcome;
  if (outcome !== wanted) throw new Error(`the document was ${outcome} (${reports[0]?.check.message}), not ${wanted}`);
}

/** Check and bare exchange in turn, so that a busy moment of the machine meets both. */
async function sideBySide(runs: number, check: () => Promise<unknown>, bare: () => Promise<unknown>) {
  const checks: Cost[] = [];
  const exchanges: Cost[] = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const [one, other] = [await cost(check), await cost(bare)];
    if (run < 0) continue;
    checks.push(one);
    exchanges.push(other);
  }
  return { checks, exchanges };
}

interface Measured {
  readonly name: string;
  readonly limit: number;
  readonly checks: readonly Cost[];
  readonly exchanges: readonly Cost[];
}

function figuresOf({ name, limit, checks, exchanges }: Measured): Figure[] {
  const of = (costs: readonly Cost[], key: keyof Cost): number[] => costs.map((each) => each[key]);
  const beyond = checks.map(({ cpu }, at) => cpu - (exchanges[at]?.cpu ?? 0));
  const ratio = median(of(checks, 'cpu')) / median(of(exchanges, 'cpu'));
  return [
    {
      name: `${name}: CPU beyond the HTTP exchange`,
      value: spread(beyond, 'ms'),
      target: { text: `< ${limit} ms`, met: median(beyond) < limit },
    },
    { name: '  check, CPU', value: spread(of(checks, 'cpu'), 'ms') },
    { name: '  bare exchange with undici, CPU', value: spread(of(exchanges, 'cpu'), 'ms') },
    { name: '  check ÷ exchange, CPU', value: `${ratio.toFixed(1)} ×` },
    { name: '  check, wall', value: spread(of(checks, 'wall'), 'ms') },
  ];
}

/** What one check of one document costs, warm, in this process and in that which reads pages. */
export async function measureOne(runs: number): Promise<Figure[]> {
  await using bed = await makeBed({ documents: 1, hosts: 1, minPauseMs: 0 });
  const app = await bed.open('archive');
  const agent = new Agent();
  const exchange = async (headers: Record<string, string> = {}): Promise<Response> => {
    const answer = await fetch(bed.urlOf(0), { dispatcher: agent, headers });
    await answer.arrayBuffer();
    return answer as unknown as Response;
  };
  try {
    await checkOnce(app, 'first');
    const etag = (await exchange()).headers.get('etag') ?? '';
    const unchanged = (): Promise<void> => checkOnce(app, 'unchanged');
    const notModified = await sideBySide(runs, unchanged, () => exchange({ 'if-none-match': etag }));
    await bed.order({ validators: false });
    const sameBytes = await sideBySide(runs, unchanged, () => exchange());
    const changed = await measureChanged({ bed, app, runs, exchange: () => exchange() });
    return [
      ...figuresOf({ name: 'unchanged, 304', limit: 5, ...notModified }),
      ...figuresOf({ name: 'unchanged, the same bytes', limit: 5, ...sameBytes }),
      ...changed,
    ];
  } finally {
    await Promise.all([app.close(), agent.close()]);
  }
}

interface Changing {
  readonly bed: Bed;
  readonly app: App;
  readonly runs: number;
  readonly exchange: () => Promise<unknown>;
}

async function measureChanged({ bed, app, runs, exchange }: Changing): Promise<Figure[]> {
  const checks: Cost[] = [];
  const exchanges: Cost[] = [];
  for (let run = -WARM_UP; run < runs; run++) {
    await bed.order({ revise: [0] });
    const other = await cost(exchange);
    const one = await cost(() => checkOnce(app, 'changed'));
    if (run < 0) continue;
    checks.push(one);
    exchanges.push(other);
  }
  const cpu = checks.map((each) => each.cpu);
  return [
    {
      name: 'changed, record and alert included: CPU of the whole check',
      value: spread(cpu, 'ms'),
      target: { text: '< 60 ms', met: median(cpu) < 60 },
    },
    {
      name: '  beyond the HTTP exchange',
      value: spread(
        cpu.map((ms, at) => ms - (exchanges[at]?.cpu ?? 0)),
        'ms',
      ),
    },
    {
      name: '  check, wall',
      value: spread(
        checks.map(({ wall }) => wall),
        'ms',
      ),
    },
  ];
}
