import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoopbackHandler, startLoopbackWeb } from '../harness/loopback-web.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { policyPage } from '../harness/policy-page.ts';
import type { Ran } from '../harness/run-clausewatch.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { type InProcess, runInProcess } from './run-in-process.ts';

const PER_DOCUMENT = 12;
/** Without a single space. */
const LONG_WORD = `'"><b>`.repeat(25_000);
const BENIGN = ['some quiet words', 'and other calm ones', 'https://plumbago.example/help', 'nothing else at all'];

interface HostileDocument {
  readonly id: string;
  readonly kind: 'benign' | 'said' | 'raw' | 'long' | 'refused';
  readonly texts: readonly string[];
}

/** Everything that came out of clausewatch while it watched hostile pages. */
export interface HostileRun {
  readonly documents: readonly HostileDocument[];
  readonly checks: readonly Ran[];
  readonly mail: MailServer;
  readonly archive: string;
  run(args: readonly string[], options?: InProcess): Promise<Ran>;
  close(): Promise<void>;
}

/** Pages whose every place says a hostile text: as words (`said`), as markup (`raw`), at great length; and bad answers. */
export async function startHostileRun(): Promise<HostileRun> {
  const dir = mkdtempSync(join(tmpdir(), 'clausewatch-security-'));
  const documents = hostileDocuments();
  const web = await startLoopbackWeb({ '*': { body: policyPage() } });
  const mail = await startMailServer();
  for (const [id, answer] of Object.entries(REFUSALS)) web.routes.set(`/${id}`, answer);
  web.routes.set('/robots.txt', { status: 404, body: '' });
  const watched = documents.map(({ id }) => ({ id, url: `${web.url}/${id}` }));
  await writeTestConfig(join(dir, 'config'), watched, {
    subscriptions: [{ to: 'Reader <reader@example.org>' }],
    mail: { from: 'clausewatch <clausewatch@example.org>', heartbeat: 'off' },
  });
  const places = ['--config', join(dir, 'config'), '--archive', join(dir, 'snapshots')];
  const run: HostileRun['run'] = ([verb = '', ...args], options = {}) =>
    runInProcess([verb, ...places, ...args], { env: { SMTP_URL: mail.url }, ...options });
  const checks = [await run(['check'])];
  for (const { id, kind, texts } of documents) {
    if (kind === 'refused') continue;
    web.routes.set(`/${id}`, { body: kind === 'long' ? longPage(texts) : hostilePage(texts, kind === 'raw') });
  }
  checks.push(await run(['check']), await run(['check', '--json']));
  return {
    documents,
    checks,
    mail,
    archive: join(dir, 'snapshots'),
    run,
    close: async () => {
      await Promise.all([web.close(), mail.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function hostileDocuments(): HostileDocument[] {
  const texts = HOSTILE_TEXTS.map(({ text }) => text);
  const groups = Array.from({ length: Math.ceil(texts.length / PER_DOCUMENT) }, (_, at) =>
    texts.slice(at * PER_DOCUMENT, (at + 1) * PER_DOCUMENT),
  );
  return [
    { id: 'benign', kind: 'benign', texts: BENIGN },
    // Too much for a mail: what the templates say then is known too.
    { id: 'benign-long', kind: 'benign', texts: BENIGN.map((text) => `${text} ${'and so on '.repeat(500)}`) },
    ...groups.map((group, at) => ({ id: `said-${letter(at)}`, kind: 'said' as const, texts: group })),
    ...groups.map((group, at) => ({ id: `raw-${letter(at)}`, kind: 'raw' as const, texts: group })),
    { id: 'long', kind: 'long', texts: [LONG_WORD] },
    ...Object.keys(REFUSALS).map((id) => ({ id, kind: 'refused' as const, texts: [] })),
  ];
}

function letter(at: number): string {
  return String.fromCharCode(97 + at);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function hostilePage(texts: readonly string[], raw: boolean): string {
  const put = raw ? (text: string) => text : escapeHtml;
  const parts = texts.map((text) => {
    const words = put(text);
    return `<h3>About ${words}</h3>
<p>A paragraph about ${words} and what follows.</p>
<ul><li>${words}</li><li>an item</li></ul>
<table><tr><td>cell</td><td>${words}</td></tr></table>
<p>See <a href="${put(text)}" title="${put(text)}">the page about ${words}</a> for more.</p>
<p>We may use the photos and messages you share ${words} to train our artificial intelligence models.</p>`;
  });
  return policyPage({ title: texts.map(put).join(' ').slice(0, 2000) }).replace(
    '</main>',
    `${parts.join('\n')}</main>`,
  );
}

function longPage(texts: readonly string[]): string {
  return policyPage({
    extra: texts.map((text) => `We may use what you share, ${escapeHtml(text)} to train our AI models.`),
  });
}

function raw(answer: string): LoopbackHandler {
  return (_request, response) => void response.socket?.end(Buffer.from(answer, 'latin1'));
}

/** Answers whose head says what the pages say. */
const REFUSALS: Readonly<Record<string, LoopbackHandler>> = {
  'bad-type': raw(
    'HTTP/1.1 200 OK\r\ncontent-type: image/\x9b31m<script>alert(1)</script>; x="\x85\x1b]0;pwned\x07"\r\ncontent-length: 1\r\n\r\nx',
  ),
  'bad-place': raw(
    'HTTP/1.1 302 Found\r\nlocation: ftp://x/\x9b31m<script>alert(1)</script>\x85Bcc:victim@evil.example\r\n\r\n',
  ),
  'bad-reason': raw('HTTP/1.1 403 \x9b31m<script>alert(1)</script>\r\ncontent-length: 0\r\n\r\n'),
  'bad-line': raw('HTTP/1.1 200 OK\r\nx-\x1b[31m: <script>alert(1)</script>\r\n\r\n'),
  'bad-coding': raw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: \x9b<script>\r\n\r\nx'),
};
