import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { startLoopbackWeb } from './harness/loopback-web.ts';
import { TRAINING_CLAUSE } from './harness/policy-page.ts';
import { policyPdf } from './harness/policy-pdf.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { writePdf } from './harness/write-pdf.ts';
import { writeTestConfig } from './harness/write-test-config.ts';

const PDF = { 'content-type': 'application/pdf' };

it.each([
  ['as what it is', PDF],
  ['as bytes', { 'content-type': 'application/octet-stream' }],
])(
  'a policy served as a PDF, sent %s, raises one alert for one clause and none for a new export',
  async (_how, headers) => {
    const dir = temporaryFolder();
    const web = await startLoopbackWeb({ '/policy.pdf': { headers, body: await policyPdf() } });
    onTestFinished(() => web.close());
    let now = Date.parse('2026-11-23T08:00:00.000Z');
    await writeTestConfig(join(dir, 'config'), [{ id: 'pdf', url: `${web.url}/policy.pdf` }], {
      http: { allowLoopback: true, minPauseMs: 0, attempts: 1 },
    });
    const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
    const app = await openApp({
      config,
      archiveDir: join(dir, 'snapshots'),
      clock: () => new Date(now),
      owner: 'test',
    });
    onTestFinished(() => app.close());
    const check = async (body: Uint8Array): Promise<string> => {
      now += 6 * 3_600_000;
      web.routes.set('/policy.pdf', { headers, body });
      const { reports } = await app.check(app.config.documents);
      const [report] = reports.map(({ check: { outcome, code } }) => (code ? `${outcome} ${code}` : outcome));
      return report ?? '';
    };
    const queued = async () => (await app.outbox.list(['queued'])).filter(({ kind }) => kind === 'alert').length;

    expect(await check(await policyPdf())).toBe('first');
    expect(await check(await policyPdf([], { fontSize: 14, tagged: true }))).toBe('unchanged');
    expect(await check(await writePdf([{ text: '' }, 'page break', { text: '' }]))).toBe('suspect no-text');
    expect(await check((await policyPdf()).subarray(0, 2000))).toBe('suspect unreadable');
    expect(await queued()).toBe(0);
    expect(await check(await policyPdf([TRAINING_CLAUSE]))).toBe('changed');
    expect(await queued()).toBe(1);
  },
  30_000,
);
