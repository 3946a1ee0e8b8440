/** Pages of fictional platforms for `bench.ts`: as heavy as real ones, the policy among scripts, styles and menus. */

const PLATFORMS = ['Plumbago', 'Quillnest', 'Marrowfen', 'Tansyloft', 'Ospreyd', 'Hollowbrook', 'Fernwick', 'Lindale'];
const WE = ['We', 'Our services', 'Our systems', 'We and the companies of our group', 'Our teams'];
const DO = ['collect', 'store', 'use', 'share', 'analyse', 'combine', 'keep', 'disclose', 'receive', 'process'];
const DATA = [
  'your name and e-mail address',
  'the messages you send',
  'photos and videos you upload',
  'the pages you visit',
  'your approximate location',
  'information about your device',
  'payment details',
  'the contacts you let us see',
  'your search history',
  'answers you give in surveys',
];
const WHY = [
  'to keep the service running',
  'to answer your questions',
  'to show advertisements that fit the page',
  'to find out when somebody misuses an account',
  'as the law requires',
  'to measure how many people read a page',
  'to improve our recommendations',
  'with service providers who work for us',
];
const WHEN = [
  'when you open an account',
  'while you use the app',
  'unless you object in the settings',
  'for as long as the account exists',
  'for up to twelve months',
  'if you gave us permission to do so',
  'when a court asks for it',
];
const CLAUSES = [
  'We use the photos and posts you share in public to train our artificial intelligence models.',
  'You can object to the use of your posts for the training of AI models in the settings of your account.',
  'We share public posts with partners that develop machine learning models of their own.',
];

/** Always the same numbers for the same seed: xorshift32, 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

const sentence = (random: () => number): string =>
  `${pick(WE, random)} ${pick(DO, random)} ${pick(DATA, random)} ${pick(WHEN, random)}, ${pick(WHY, random)}.`;

function paragraph(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');
}

function section(number: number, random: () => number): string {
  const paragraphs = Array.from({ length: 6 }, () => `<p class="c-${number} rte">${paragraph(random)}</p>`);
  const items = Array.from({ length: 5 }, () => `<li><span class="dot"></span>${sentence(random)}</li>`);
  return `<section id="s${number}"><h2>${number}. About ${pick(DATA, random)}</h2>${paragraphs.join('\n')}<ul>${items.join('')}</ul></section>`;
}

/** One clause more and one sentence other words, for each revision after the first: what platforms do. */
function revise(text: string, revision: number): string {
  if (revision === 0) return text;
  const random = randomOf(revision * 97);
  const clause = `<p class="rte">${pick(CLAUSES, random)} ${sentence(random)}</p>`;
  const at = text.indexOf('<ul>', Math.floor(text.length * (0.2 + 0.6 * random())));
  return `${text.slice(0, at)}${clause}${text.slice(at)}`.replace(
    /for up to \w+ months/,
    `for up to ${revision + 12} months`,
  );
}

function menu(random: () => number, entries: number): string {
  const icon = '<svg viewBox="0 0 24 24"><path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-6h2z"/></svg>';
  const link = (_: unknown, at: number): string =>
    `<li class="nav__item nav__item--${at}"><a class="nav__link" href="/help/article-${at}?ref=menu" data-track="menu-${at}">${icon}Topic ${pick(DO, random)} ${at}</a></li>`;
  return `<nav aria-label="Menu"><ul>${Array.from({ length: entries }, link).join('\n')}</ul></nav>`;
}

function script(random: () => number, bytes: number): string {
  const parts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const part = `{"id":"${Math.floor(random() * 1e12).toString(36)}","flag":${random() < 0.5},"path":"/static/chunks/${Math.floor(random() * 1e9)}.js","weight":${random().toFixed(6)}}`;
    parts.push(part);
    size += part.length + 1;
  }
  return `<script>window.__STATE__=[${parts.join(',')}];(function(s){for(var i=0;i<s.length;i++){if(s[i].flag&&s[i].weight<0){document.title=s[i].id}}})(window.__STATE__)</script>`;
}

const CHROME = new Map<number, { readonly head: string; readonly text: string; readonly foot: string }>();

function partsOf(site: number): { readonly head: string; readonly text: string; readonly foot: string } {
  const known = CHROME.get(site);
  if (known) return known;
  const random = randomOf(site + 1);
  const name = PLATFORMS[site % PLATFORMS.length] ?? '';
  const css = Array.from(
    { length: 700 },
    (_, at) => `.c-${at}{margin:${at % 40}px auto;color:#${(at * 4099).toString(16)};display:flex}`,
  );
  const sections = Array.from({ length: 14 }, (_, at) => section(at + 1, random));
  const made = {
    head: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name} Privacy Policy</title><style>${css.join('')}</style>${script(random, 260_000)}</head><body><header>${menu(random, 350)}</header><main><h1>${name} Privacy Policy</h1><p>This policy tells what ${name} does with information about you.</p>`,
    text: sections.join('\n'),
    foot: `</main><footer>${menu(random, 150)}</footer>${script(random, 135_000)}</body></html>`,
  };
  CHROME.set(site, made);
  return made;
}

/** How many different sites there are: more documents than that share their words, and so what a server has to hold. */
export const SITES = 40;

/** The policy of a document in one of its revisions, from 0 on; about 600 KB of HTML. */
export function benchPage(document: number, revision: number): string {
  const { head, text, foot } = partsOf(document % SITES);
  return `${head}<p>Document ${document} of the series.</p>${revise(text, revision)}${foot}`;
}
