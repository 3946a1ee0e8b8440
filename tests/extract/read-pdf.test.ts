import { deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { readDocument } from '../../src/extract/read-document.ts';
import { WorkerExtractor } from '../../src/extract/worker-extractor.ts';
import { policyPdf } from '../harness/policy-pdf.ts';
import { type PdfLook, type PdfPart, writePdf } from '../harness/write-pdf.ts';
import { rawPdf } from './raw-pdf.ts';
import { outline, SENTENCES } from './read-sample.ts';

const inputOf = (body: Uint8Array) => ({
  documentId: 'fable/privacy',
  url: 'https://fable.example/privacy.pdf',
  contentType: 'application/pdf',
  body,
});
const read = (body: Uint8Array) => readDocument(inputOf(body));
const readParts = async (parts: readonly PdfPart[], look?: PdfLook) => read(await writePdf(parts, look));

const OUTLINE = [
  'heading 1 Fable Harbour Privacy Policy',
  'paragraph This policy tells what Fable Harbour does with information about you, ashore and at sea.',
  'heading 2 What we collect',
  'paragraph When you moor your boat with us we keep, for as long as your berth is yours:',
  'list-item 0 your name, the name of your boat and the harbour you came from;',
  'list-item 0 the letters you send through the harbour office, until they have been delivered to the person you wrote to and for thirty days after that;',
  'list-item 0 the times at which your boat came and went.',
  'heading 2 How we use it',
  'paragraph We use what we know about you to keep the harbour safe, to answer your questions, and to find out whether somebody uses a berth that is not theirs. Third-party pilots may see the name of your boat, but never the letters you send to your friends or the drawings you keep in your locker.',
  'heading 2 How long we keep it',
  'table-row Information | Why | How long',
  'table-row Name of the boat | To find its berth | One year',
  'table-row Letters | To deliver them to the person they were written to | Thirty days',
  'table-row Times of arrival | To settle what is owed for the berth | Ten years',
  'heading 2 Your choices',
  'paragraph You can read, correct or remove what we hold about you by writing to the harbour office. We answer within four weeks, in plain words and without asking for money, and we tell nobody else that you asked.',
  'list-item 0 1. Ask which facts we hold.',
  'list-item 0 2. Ask us to correct them.',
  'list-item 0 3. Complain to the authority of your country.',
  'paragraph The rules of the harbour',
  'paragraph We sell nobody’s information, and we will ask every person again before that could ever become different.',
];

test.each([
  ['by its looks', {}],
  ['by its structure tree', { tagged: true }],
  ['by its structure tree alone, where headings look like text', { tagged: true, flat: true }],
])('a policy is read as the blocks a person sees, without what runs along its pages: %s', async (_how, look) => {
  const page = await read(await policyPdf([], look));
  expect(page).toMatchObject({ verdict: 'policy', title: 'Fable Harbour Privacy Policy', language: 'en' });
  expect(outline(page)).toEqual(OUTLINE);
  expect(page.blocks.find(({ kind }) => kind === 'list-item')).toMatchObject({
    leadIn: 'When you moor your boat with us we keep, for as long as your berth is yours:',
    headingPath: ['Fable Harbour Privacy Policy', 'What we collect'],
  });
  expect(page.blocks.flatMap(({ links }) => links)).toEqual([
    { href: 'https://fable.example/rules', start: 0, end: 'The rules of the harbour'.length },
  ]);
});

test('the same words exported in other sizes, on other paper or with a tree are the same text', async () => {
  const looks: PdfLook[] = [
    {},
    { fontSize: 9 },
    { fontSize: 13, page: 'LETTER', margin: 110 },
    { fontSize: 17, margin: 40 },
    { tagged: true, fontSize: 12 },
  ];
  const pages = await Promise.all(looks.map(async (look) => read(await policyPdf([], look))));
  expect(new Set(pages.map(({ hash }) => hash)).size).toBe(1);
});

test('equal bytes give equal pages, and the bytes are left to whoever gave them', async () => {
  const body = await policyPdf();
  const [one, other] = [await read(body), await read(body)];
  expect(other).toEqual(one);
  expect(body.byteLength).toBeGreaterThan(1000);
});

test('a clause more is another text', async () => {
  const [before, after] = [await read(await policyPdf()), await read(await policyPdf(['We now count your gulls.']))];
  expect(after.hash).not.toBe(before.hash);
  expect(outline(after)).toContain('paragraph We now count your gulls.');
});

test('a sentence over a page break is one paragraph', async () => {
  const text = SENTENCES.join(' ');
  const page = await readParts([{ text: `${text} ${text} ${text}` }, { text: `${text} ${text}` }], {
    fontSize: 16,
    running: 'Fable',
  });
  expect(page.blocks.map((block) => block.text)).toEqual([`${text} ${text} ${text}`, `${text} ${text}`]);
});

test.each([
  ['infor-', 'mation', 'information', 'A word the document also writes in one piece'],
  ['third-', 'party', 'third-party', 'A compound the document also writes with its hyphen'],
  ['self-', 'service', 'self-service', 'A compound of words in a document that breaks none'],
])('%s %s is read as %s: %s', async (head, tail, whole) => {
  const lines = [`We tell pilots and masters of ${head}`, `${tail} that they hold for as long as they need it.`];
  const page = await readParts([{ text: 'Our information about third-party pilots.' }, { lines }]);
  expect(page.markdown).toContain(`masters of ${whole} that`);
});

test('a document that breaks words at line ends gets them back whole', async () => {
  const lines = [
    'The harbour office writes down who comes and goes, and its regis-',
    'trars tell nobody else about it; what a skipper says to the pilot re-',
    'mains between them unless a court asks, and then our advo-',
    'cates read the letter first and answer it within the four weeks that are al-',
    'lowed, never sooner than we have told the person it is about.',
  ];
  const page = await readParts([{ lines }]);
  expect(page.markdown).toMatch(/its registrars tell .* pilot remains .* our advocates read .* are allowed,/);
});

test('a table of contents is left out: its page numbers change with every export', async () => {
  const contents = (first: number): PdfPart => ({
    lines: ['What we collect', 'How we use it', 'Your choices'].map(
      (name, index) => `${name} ${'.'.repeat(40)} ${first + index}`,
    ),
  });
  const parts = SENTENCES.map((text) => ({ text }));
  const [one, other] = [await readParts([contents(2), ...parts]), await readParts([contents(5), ...parts])];
  expect(other.hash).toBe(one.hash);
  expect(one.markdown).not.toContain('....');
});

test('two columns are read one after the other', async () => {
  const column = (x: number, word: string) =>
    Array.from(
      { length: 14 },
      (_, i) => `BT /F1 11 Tf ${x} ${700 - i * 14} Td (${word} ${i} and so the harbour goes) Tj ET`,
    );
  const lines = column(60, 'left').flatMap((line, i) => [line, column(320, 'right')[i] ?? '']);
  const { blocks } = await read(rawPdf(lines.join('\n')));
  const text = blocks.map((block) => block.text).join(' ');
  expect(text.indexOf('left 13')).toBeGreaterThan(0);
  expect(text.indexOf('left 13')).toBeLessThan(text.indexOf('right 0'));
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each([
  ['one picture', [{ picture: PIXEL }], {}],
  ['pictures under a running line', [{ picture: PIXEL }, 'page break', { picture: PIXEL }], { running: 'Scan' }],
  ['pictures with a stamp each', [{ picture: PIXEL }, { text: 'Scanned 1' }, 'page break', { text: 'No. 2' }], {}],
] as const)('a scan has no text: %s', async (_what, parts, look) => {
  expect(await readParts(parts, look)).toMatchObject({ verdict: 'suspect', reason: 'no-text', blocks: [] });
});

test('a file that anybody may open is read although its owner restricts it', async () => {
  const page = await read(await policyPdf([], { ownerPassword: 'harbour master' }));
  expect(outline(page)).toEqual(OUTLINE);
});

test('what cannot be read is unreadable, and says nothing on the terminal', async () => {
  const warn = vi.spyOn(console, 'warn');
  const log = vi.spyOn(console, 'log');
  const whole = await policyPdf();
  const broken: Uint8Array[] = [
    await policyPdf([], { userPassword: 'secret' }),
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, whole.length - 600),
    new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
    new TextEncoder().encode('%PDF-1.7\nnothing of a PDF\n%%EOF'),
    Uint8Array.from(whole, (byte, at) => (at > 200 && at < whole.length - 100 ? byte ^ 0x5a : byte)),
  ];
  for (const body of broken) expect(await read(body)).toMatchObject({ verdict: 'suspect', reason: 'unreadable' });
  expect(warn).not.toHaveBeenCalled();
  expect(log).not.toHaveBeenCalled();
});

test('a watermark across the page is no text of it', async () => {
  const page = await read(
    rawPdf(`BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET
BT /F1 11 Tf 60 700 Td (We keep your letters for thirty days, and no longer than that.) Tj ET`),
  );
  expect(page.blocks.map((block) => block.text)).toEqual([
    'We keep your letters for thirty days, and no longer than that.',
  ]);
});

test('a file made to exhaust the reader is too complex within bounds, and the next one is read', async () => {
  const extractor = new WorkerExtractor({ pdfTimeoutMs: 1500 });
  const pages = rawPdf('BT ET', { pages: 100_000 });
  const bomb = rawPdf(deflateSync(deflateSync(Buffer.alloc(400_000_000, 32))), {
    filter: '/Filter[/FlateDecode/FlateDecode]',
  });
  for (const body of [pages, bomb]) {
    expect(await extractor.extract(inputOf(body))).toMatchObject({ verdict: 'suspect', reason: 'too-complex' });
  }
  await extractor.close();
  const patient = new WorkerExtractor();
  expect((await patient.extract(inputOf(await policyPdf()))).verdict).toBe('policy');
  await patient.close();
}, 30_000);
