import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';

function told(progress: boolean, secondsEach: number): string {
  const stderr = new PassThrough();
  let now = 0;
  const shown = startProgress('importing versions', 4000, { stderr, progress, clock: () => new Date(now) });
  for (let done = 0; done < 40; done += 1) {
    now += secondsEach * 1000;
    shown.step();
  }
  shown.end();
  return (stderr.read() as Buffer | null)?.toString() ?? '';
}

it('draws one line that moves on a terminal: items, rate, time left', () => {
  const shown = told(true, 0.5);
  expect(shown).toContain('importing versions: 40 of 4,000, 2.0 per second, 33 min 0 s left');
  expect(shown).not.toContain('\n');
  expect(shown.endsWith('\r\u001b[2K')).toBe(true);
});

it('writes a plain line now and then elsewhere', () => {
  const lines = told(false, 1).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('importing versions: 15 of 4,000, 1.0 per second, 66 min 25 s left');
});
