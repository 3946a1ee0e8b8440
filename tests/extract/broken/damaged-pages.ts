import { type BrokenPage, broken, TEXT, wrapped } from './broken-page.ts';

const PAGE = wrapped(`${TEXT}<p>Größe, señor, déjà vu.</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>`);

/** Bytes in one encoding, announced as another or not at all. */
const CHARSETS: readonly BrokenPage[] = [
  broken('UTF-16 with a mark', Buffer.from(`\ufeff${PAGE}`, 'utf16le'), { keeps: true }),
  broken('UTF-16 with a mark, the other way round', Buffer.from(`\ufeff${PAGE}`, 'utf16le').swap16(), { keeps: true }),
  broken('UTF-16 without a mark', Buffer.from(PAGE, 'utf16le')),
  broken('UTF-16 said by the header', Buffer.from(PAGE, 'utf16le'), {
    contentType: 'text/html; charset=utf-16le',
    keeps: true,
  }),
  broken('UTF-8 announced as UTF-16', PAGE, { contentType: 'text/html; charset=utf-16' }),
  broken('Latin-1 announced as UTF-8', Buffer.from(PAGE, 'latin1'), {
    contentType: 'text/html; charset=utf-8',
    keeps: true,
  }),
  broken('UTF-8 announced as Latin-1', PAGE, { contentType: 'text/html; charset=iso-8859-1', keeps: true }),
  broken('a charset that does not exist', PAGE, { contentType: 'text/html; charset=boat-8', keeps: true }),
  broken('a charset of control characters', PAGE, { contentType: 'text/html; charset="\u0001"', keeps: true }),
  broken('two charsets that disagree', wrapped(TEXT, '<meta charset="shift_jis"><meta charset="utf-8">'), {
    keeps: true,
  }),
  broken('a charset far down', wrapped(TEXT, `${' '.repeat(5000)}<meta charset="windows-1251">`), { keeps: true }),
  broken('UTF-7', wrapped(TEXT, '<meta charset="utf-7">'), { keeps: true }),
  broken('two marks', `\ufeff\ufeff${PAGE}`, { keeps: true }),
  broken('a character cut in the middle', Buffer.from(`${PAGE}ö`).subarray(0, -1), { keeps: true }),
  broken(
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from(PAGE), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80])]),
    {
      keeps: true,
    },
  ),
];

const NO_PAGES: readonly BrokenPage[] = [
  broken('nothing', ''),
  broken('a mark and nothing else', '\ufeff'),
  broken('white space', ' \n'.repeat(1000)),
  broken(
    'an image',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array<number>(2000).fill(0)]),
  ),
  broken(
    'a compressed file',
    Uint8Array.from([0x1f, 0x8b, 8, 0, ...Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251)]),
  ),
  broken('the head of a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  broken('a PDF that says it is HTML', `%PDF-1.4\n${'0 '.repeat(5000)}%%EOF`),
  broken('data instead of a page', `{"error":"not found","text":"${'boat '.repeat(100)}"}`),
  broken('a program', `#!/bin/sh\n${'echo boat\n'.repeat(300)}`),
  broken(
    'a mail with a page in it',
    `MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\nContent-Type: text/html\n\n${PAGE}`,
  ),
];

/** The same numbers every time: a generator of one line, enough for damage. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function cut(count: number): BrokenPage[] {
  const random = numbers(20311201);
  return Array.from({ length: count }, (_, i) =>
    broken(`a page cut short, ${i}`, PAGE.slice(0, Math.floor(random.next().value * PAGE.length))),
  );
}

function scrambled(count: number): BrokenPage[] {
  const random = numbers(20310501);
  return Array.from({ length: count }, (_, i) => {
    const body = Buffer.from(PAGE);
    for (let flip = 0; flip < 5 + i * 10; flip++) {
      body[Math.floor(random.next().value * body.length)] = Math.floor(random.next().value * 256);
    }
    return broken(`a page with ${5 + i * 10} wrong bytes`, body);
  });
}

/** Pages that lost something on their way, or never were pages. */
export const DAMAGED: readonly BrokenPage[] = [...CHARSETS, ...NO_PAGES, ...cut(20), ...scrambled(18)];
