import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoFinding, DemoWeb } from '../../demo/index.ts';
import { type CliContext, EXIT } from '../cli-context.ts';
import { describeReport } from '../describe-report.ts';
import type { AddVerb } from '../verb.ts';

const HOURS_PER_STEP = 6;
const RECIPIENT = { name: 'Robin Reader', address: 'robin@reader.example' };

export const addDemoVerb: AddVerb = (program, context, end) => {
  program
    .command('demo')
    .description('the main job in a minute, offline, on fictional platforms that it serves itself')
    .option('--dir <dir>', 'where the archive and the mails go; a new temporary folder when left out')
    .action(async (options: { readonly dir?: string }) => {
      end(await runDemo(options.dir ?? (await mkdtemp(join(tmpdir(), 'clausewatch-demo-'))), context));
    });
};

async function runDemo(dir: string, context: CliContext): Promise<number> {
  const { demoConfig, findDeviations, startDemoMail, startDemoWeb, summariseDemo } = await import(
    '../../demo/index.ts'
  );
  const folders = { config: join(dir, 'config'), archive: join(dir, 'snapshots'), mail: join(dir, 'mail') };
  const web = await startDemoWeb();
  const mail = await startDemoMail({ dir: folders.mail });
  try {
    await writeConfig(folders.config, demoConfig(web.platforms, RECIPIENT));
    const findings = await playSteps(web, { ...folders, smtpUrl: mail.url }, context);
    const summary = summariseDemo({
      steps: web.steps,
      findings,
      mails: mail.received,
      mailDir: folders.mail,
      archiveDir: folders.archive,
      configDir: folders.config,
    });
    context.stdout.write(`\n${summary}`);
    const deviates = findings.some((finding) => {
      const expected = web.steps[finding.step]?.expected[finding.documentId];
      return expected === undefined || findDeviations(expected, finding).length > 0;
    });
    return deviates ? EXIT.differs : EXIT.ok;
  } finally {
    await Promise.all([web.close(), mail.close()]);
  }
}

interface DemoPlace {
  readonly config: string;
  readonly archive: string;
  readonly smtpUrl: string;
}

/** Each step lies six hours after the one before, as with the schedule that a daemon keeps by default. */
async function playSteps(web: DemoWeb, place: DemoPlace, context: CliContext): Promise<DemoFinding[]> {
  const [{ loadConfig }, { openApp }] = await Promise.all([
    import('../../config/load-config.ts'),
    import('../../app.ts'),
  ]);
  let step = 0;
  const started = context.clock().getTime() - web.steps.length * HOURS_PER_STEP * 3_600_000;
  const clock = (): Date =>
    new Date(started + step * HOURS_PER_STEP * 3_600_000 + (context.clock().getTime() % 3_600_000));
  const config = await loadConfig({ dir: place.config, env: { SMTP_URL: place.smtpUrl } });
  const app = await openApp({ config, archiveDir: place.archive, clock, owner: 'demo' });
  const idWidth = Math.max(...config.documents.map(({ id }) => id.length));
  const findings: DemoFinding[] = [];
  try {
    for (step = 0; step < web.steps.length; step++) {
      if (context.signal.aborted) break;
      web.setStep(step);
      context.stdout.write(`\n${web.steps[step]?.title}\n${wrapStory(web.steps[step]?.story ?? '')}\n`);
      await app.check(config.documents, {
        onReport: (report) => {
          const { documentId, outcome } = report.check;
          findings.push({ step, documentId, outcome, change: report.change });
          context.stdout.write(`  ${describeReport(report, { idWidth, colour: context.colour })}\n`);
        },
      });
      const { delivered } = await app.deliver();
      if (delivered > 0) context.stdout.write(`  ✉ ${delivered} ${delivered === 1 ? 'mail' : 'mails'} delivered\n`);
    }
  } finally {
    await app.close();
  }
  return findings;
}

function wrapStory(story: string): string {
  return story.replace(/(.{1,96})(?:\s+|$)/g, '  $1\n').trimEnd();
}

async function writeConfig(
  dir: string,
  { settings, sources }: { readonly settings: object; readonly sources: object },
) {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'settings.jsonc'), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  await writeFile(join(dir, 'sources.json'), `${JSON.stringify(sources, null, 2)}\n`, { mode: 0o600 });
}
