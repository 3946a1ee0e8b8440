import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { extractDocument } from '../../src/extract/extract-document.ts';
import { type PolicyPage, policyPage } from './policy-page.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One commit of one file, or of its removal. */
export interface SampleCommit {
  readonly message: string;
  /** Author date; the commit's own is the same. */
  readonly at: string;
  readonly path?: string;
  /** Null removes the file. */
  readonly text: string | Uint8Array | null;
}

const PATH = 'Plumbago/Privacy Policy.md';

/** The policy of a fictional platform as Open Terms Archive would have recorded it. */
export function policyMarkdown(page: PolicyPage = {}): string {
  const body = Buffer.from(policyPage(page));
  return extractDocument({ documentId: 'policy.html', url: '', contentType: 'text/html', body }).markdown;
}

/** A repository with these commits, bare; given one of before, they are added to it. */
export function versionsRepository(
  commits: readonly SampleCommit[],
  dir = join(temporaryFolder(), 'plumbago.git'),
): string {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', dir]);
  const goesOn = execFileSync('git', ['-C', dir, 'branch', '--list', 'main'], { encoding: 'utf8' }).trim() !== '';
  const pieces = commits.flatMap((commit, index) => piecesOf(commit, goesOn && index === 0));
  execFileSync('git', ['-C', dir, 'fast-import', '--quiet'], { input: Buffer.concat(pieces) });
  return dir;
}

function piecesOf({ message, at, path = PATH, text }: SampleCommit, follows: boolean): Buffer[] {
  const date = `${Math.floor(Date.parse(at) / 1000)} +0000`;
  const who = `Recorder <recorder@example.org> ${date}`;
  const said = Buffer.from(message);
  const quoted = `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const head = `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${said.length}\n`;
  const from = follows ? 'from refs/heads/main^0\n' : '';
  const file = text === null ? [] : [Buffer.from(text)];
  const change = text === null ? `D ${quoted}\n` : `M 100644 inline ${quoted}\ndata ${file[0]?.length}\n`;
  return [Buffer.from(head), said, Buffer.from(`\n${from}${change}`), ...file, Buffer.from('\n')];
}

/** The commits of a policy that gains a clause on training, is recorded otherwise, shows an error, and loses the clause. */
export function policyStory(clause: string): readonly SampleCommit[] {
  const recorded = 'This version was recorded after filtering snapshot 0123456789abcdef0123456789abcdef01234567';
  const name = 'Plumbago Privacy Policy';
  const plain = policyMarkdown();
  const trained = policyMarkdown({ extra: [clause] });
  const changed = `Record new changes of ${name}\n\n${recorded}\n`;
  return [
    { at: '2023-01-01T06:00:00Z', message: `First record of ${name}\n\n${recorded}\n`, text: plain },
    { at: '2023-02-01T06:00:00Z', message: changed, text: trained },
    {
      at: '2023-03-01T06:00:00Z',
      message: `Apply technical or declaration upgrade on ${name}\n\n${recorded}\n`,
      text: `${trained}\nImprint and contact\n`,
    },
    { at: '2023-04-01T06:00:00Z', message: changed, text: '# Page not found\n\nSorry, something went wrong.\n' },
    { at: '2023-04-01T12:00:00Z', message: changed, text: `${trained}\nImprint and contact\n` },
    { at: '2023-05-01T06:00:00Z', message: changed, text: plain },
  ];
}

/** The mapping by which the story belongs to a document of the test configuration. */
export const PLUMBAGO_HISTORIES = {
  openTermsArchive: [{ service: 'Plumbago', terms: 'Privacy Policy', document: 'plumbago/privacy' }],
};
