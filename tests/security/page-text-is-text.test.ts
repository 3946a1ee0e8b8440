import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { load } from 'cheerio';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/cli/watch/create-log.ts';
import { notIn, readable, shapesOf, steeringIn } from './harmless-output.ts';
import { type HostileRun, startHostileRun } from './hostile-run.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { runInProcess } from './run-in-process.ts';

let hostile: HostileRun;

beforeAll(async () => {
  hostile = await startHostileRun();
});
afterAll(() => hostile.close());

const changed = () => hostile.documents.filter(({ kind }) => kind !== 'refused');
const mailsOf = (id: string) =>
  hostile.mail.messages.filter(({ parsed }) => parsed.text?.includes(`clausewatch diff plumbago/${id}\n`));
const diff = async (id: string, format: string, colour = false) =>
  (await hostile.run(['diff', `plumbago/${id}`, '--format', format], { colour })).stdout;

/** Everything but the colours that clausewatch itself paints with. */
const unpainted = (text: string) =>
  text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+(?:;\\d+)*m`, 'g'), '');

describe('the corpus', () => {
  it('has no text twice and goes the whole way: every page is stored, compared, and told by one mail', () => {
    expect(new Set(HOSTILE_TEXTS.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
    for (const { id } of changed()) {
      expect(hostile.checks[1]?.stdout).toMatch(new RegExp(`plumbago/${id} +changed `));
      expect([id, mailsOf(id).length]).toEqual([id, 1]);
    }
    for (const { id, kind } of hostile.documents) {
      if (kind === 'refused') expect(hostile.checks[1]?.stdout).toMatch(new RegExp(`plumbago/${id} +failed `));
    }
  });
});

describe('in mails', () => {
  const told = () => hostile.mail.messages;

  it('is no element and no attribute: the HTML has only what our templates produce', () => {
    const ours = benignShapes((id) => mailsOf(id)[0]?.parsed.html || '');
    for (const { id } of changed()) {
      const html = mailsOf(id)[0]?.parsed.html || '';
      const own = new Set([`a[href=${load(html)('a').last().attr('href')}]`, ...[...shapesOf(html)].filter(isOurName)]);
      expect(load(html)('a').last().attr('href')).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${id}$`));
      expect(notIn(notInSet(shapesOf(html), ours), own)).toEqual([]);
    }
  });

  it('is there to read, word by word, also where it looks like markup', () => {
    const read = changed().flatMap(({ id, kind, texts }) => {
      if (kind !== 'said') return [];
      const html = readable(load(mailsOf(id)[0]?.parsed.html || '')('body').text());
      return texts.filter((text) => !html.includes(readable(text.toWellFormed()).normalize('NFC').slice(0, 40)));
    });
    expect(read).toEqual([]);
  });

  it('is no header, no recipient, no part and no message of its own', () => {
    const known = new Set(mailsOf('benign')[0]?.parsed.headerLines.map(({ key }) => key));
    expect(known.size).toBeGreaterThan(8);
    for (const { parsed, recipients, raw } of told()) {
      expect(recipients).toEqual(['reader@example.org']);
      expect(parsed.headerLines.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
      expect(parsed.headerLines.filter(({ line }) => /victim|evil/i.test(line) && !/^subject:/i.test(line))).toEqual(
        [],
      );
      expect(parsed.attachments).toEqual([]);
      const [, boundary = ''] = /boundary="([^"]+)"/.exec(raw.toString('latin1')) ?? [];
      expect(raw.toString('latin1').split(`\r\n--${boundary}`)).toHaveLength(4);
      expect(steeringIn(parsed.subject ?? '')).toEqual([]);
    }
    // A welcome, one for each change, and one or more for what cannot be read.
    const alerts = changed().length;
    expect(told().length).toBeGreaterThan(alerts + 1);
    expect(told().length).toBeLessThanOrEqual(alerts + 1 + (hostile.documents.length - alerts));
  });

  it('steers no terminal that shows the text part, and cannot make a mail large', () => {
    for (const { parsed, raw } of told()) {
      expect(steeringIn(parsed.text ?? '')).toEqual([]);
      expect(raw.length).toBeLessThan(102_000);
    }
  });
});

describe('on the terminal', () => {
  it('is never a control, whatever is printed: check, history, status, diff and its summary', async () => {
    for (const { stdout, stderr } of hostile.checks) expect(steeringIn(unpainted(stdout + stderr))).toEqual([]);
    for (const verb of [['history'], ['history', '--json'], ['status'], ['status', '--json'], ['alerts', 'list']]) {
      const { stdout, stderr } = await hostile.run(verb);
      expect([verb, steeringIn(stdout + stderr)]).toEqual([verb, []]);
    }
    for (const { id, kind } of changed()) {
      expect([id, steeringIn(await diff(id, 'terminal'))]).toEqual([id, []]);
      const painted = kind === 'said' ? await diff(id, 'terminal', true) : '';
      expect([id, steeringIn(unpainted(painted))]).toEqual([id, []]);
    }
  });

  it('is shown all the same', async () => {
    expect(await diff('said-a', 'terminal')).toContain('<script>alert("p0")</script>');
  });
});

describe('what files and their names say', () => {
  it('is no control either: in complaints about the configuration, in doctor, and in the heads of a comparison', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'clausewatch-security-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const sign = '\u001b[31m\u009b2J\u202e';
    const settings = { [`${sign}key`]: 1, contact: sign, subscriptions: [{ to: sign, selectors: [sign] }] };
    writeFileSync(join(dir, 'settings.jsonc'), JSON.stringify(settings), { mode: 0o600 });
    const [before, after] = ['a', 'b'].map((name) => join(dir, `${sign}${name}.md`));
    writeFileSync(before ?? '', '# Terms\n\nWe keep what you write.\n');
    writeFileSync(after ?? '', '# Terms\n\nWe keep what you write, and train on it.\n');
    for (const args of [
      ['check', '--config', dir],
      ['doctor', '--config', dir],
      ['doctor', '--json', '--config', dir],
      ['compare', before ?? '', after ?? ''],
      ['compare', '--json', before ?? '', after ?? ''],
      ['compare', '--format', 'html', before ?? '', after ?? ''],
      ['extract', before ?? ''],
      ['extract', `${before}-missing`],
    ]) {
      const { stdout, stderr } = await runInProcess(args);
      expect(stdout + stderr).not.toBe('');
      expect([args[0], steeringIn(stdout + stderr)]).toEqual([args[0], []]);
    }
  });
});

describe('in a redline', () => {
  it('is no element and no attribute of the HTML page', async () => {
    const pages = new Map([
      ['benign', await diff('benign', 'html')],
      ['benign-long', await diff('benign-long', 'html')],
    ]);
    const ours = benignShapes((id) => pages.get(id) ?? '');
    // The heading above what is only cosmetic, of which the benign pages have nothing.
    for (const shape of ['h2', 'h2[style=font-size:100%;opacity:.75;margin:28px 0 0]']) ours.add(shape);
    for (const { id } of changed()) {
      const html = await diff(id, 'html');
      expect([id, notIn(shapesOf(html), ours)]).toEqual([id, []]);
      expect([id, steeringIn(html)]).toEqual([id, []]);
    }
  });

  it('is no markup of the Markdown: read back, only our marks are there, without an attribute', async () => {
    // The one heading is ours: the document's id and the two versions.
    const ours = new Set(['html', 'head', 'body', 'h1', 'p', 'strong', 'em', 'blockquote', 'del', 'ins', 'br']);
    for (const { id, kind } of changed()) {
      if (kind === 'long') continue;
      const markdown = await diff(id, 'markdown');
      const html = await marked(markdown);
      expect([id, notIn(shapesOf(html), ours)]).toEqual([id, []]);
      expect([id, html.match(/<h1/g)?.length]).toEqual([id, 1]);
      expect([id, steeringIn(markdown)]).toEqual([id, []]);
    }
  });

  it('is no head and no hunk of the patch', async () => {
    for (const { id } of changed()) {
      const [from = '', to = '', ...lines] = (await diff(id, 'patch')).split('\n');
      expect(from).toMatch(new RegExp(`^--- plumbago/${id} version 1 `));
      expect(to).toMatch(new RegExp(`^\\+\\+\\+ plumbago/${id} version 2 `));
      let [before, after] = [0, 0];
      for (const line of lines.slice(0, -1)) {
        const head = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@$/.exec(line);
        if (head) {
          // Each hunk holds as many lines as the one before announced: nothing in between was taken for a head.
          expect([id, before, after]).toEqual([id, 0, 0]);
          [before, after] = [Number(head[1] ?? 1), Number(head[2] ?? 1)];
        } else if (!line.startsWith('\\')) {
          expect(line).toMatch(/^[ +-]/);
          if (!line.startsWith('+')) before -= 1;
          if (!line.startsWith('-')) after -= 1;
        }
      }
      expect([id, before, after]).toEqual([id, 0, 0]);
    }
  });

  it('stays one string in JSON that may be printed; the patch, which gives each letter back, holds no control', async () => {
    for (const { id } of changed()) {
      const json = await diff(id, 'json');
      expect(JSON.parse(json)).toMatchObject({ redline: { changed: true } });
      expect([id, steeringIn(json)]).toEqual([id, []]);
      expect([id, (await diff(id, 'patch')).match(/[^\P{Cc}\n]/gu)]).toEqual([id, null]);
    }
  });
});

describe('in the log and on the disk', () => {
  it('is one line of JSON, without a control in it', async () => {
    const stream = new PassThrough();
    const written = buffer(stream);
    const log = createLog(stream);
    for (const { text } of HOSTILE_TEXTS) {
      log.warn({ said: text, nested: { deep: [text] }, err: new Error(text) }, text);
    }
    stream.end();
    const lines = (await written).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(HOSTILE_TEXTS.length);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ level: 40 });
      expect(steeringIn(line)).toEqual([]);
    }
  });

  it('names no file', () => {
    const names = readdirSync(hostile.archive, { recursive: true, encoding: 'utf8' });
    expect(names.length).toBeGreaterThan(50);
    const ours =
      /^(?:clausewatch\.db(?:-wal|-shm)?|watch\.lock|locks(?:\/\w[\w-]*\.lock)?|plumbago(?:\/[a-z0-9-]+(?:\/[\dTZ.-]+\.(?:md|(?:html|json)(?:\.delta)?\.zst))?)?)$/;
    expect(names.filter((name) => !ours.test(name.replaceAll('\\', '/')))).toEqual([]);
  });
});

function benignShapes(htmlOf: (id: string) => string): Set<string> {
  return new Set(['benign', 'benign-long'].flatMap((id) => [...shapesOf(htmlOf(id))]));
}

/** What differs from alert to alert: the headline names platform and document, the badge shows how grave it is. */
function isOurName(shape: string): boolean {
  const badge =
    'span[style=display:inline-block;padding:2px 10px;border-radius:12px;background:#xxxxxx;color:#ffffff;font-weight:600]';
  return (
    /^div\[aria-label=Plumbago [\w ,.;:'’()-]+\]$/.test(shape) || shape.replace(/#[0-9a-f]{6}/, '#xxxxxx') === badge
  );
}

function notInSet(all: ReadonlySet<string>, known: ReadonlySet<string>): Set<string> {
  return new Set(notIn(all, known));
}
