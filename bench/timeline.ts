/**
 * The picture of docs/timeline.svg, from the histories in ../shared/data (DATA elsewhere). It takes half a minute.
 *
 *   npx node bench/timeline.ts --write docs/timeline.svg    draws it anew: after every change of rules that it shows
 *   npx node bench/timeline.ts --check docs/timeline.svg    exit 1 where it is stale
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawTimeline } from './timeline/draw-timeline.ts';

const { values } = parseArgs({ options: { check: { type: 'string' }, write: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'clausewatch-timeline-'));
try {
  const drawn = drawTimeline(process.env.DATA ?? '../shared/data', folder);
  if (values.write) writeFileSync(values.write, drawn);
  else if (values.check) {
    const isFresh = readFileSync(values.check, 'utf8') === drawn;
    console.log(`${values.check} is ${isFresh ? 'what the histories say' : 'stale'}`);
    process.exitCode = isFresh ? 0 : 1;
  } else process.stdout.write(drawn);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
