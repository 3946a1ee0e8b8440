/** A policy of a fictional company as what a person sees, for sites of every make to be rendered in. */
export type Part =
  | readonly ['h1' | 'h2' | 'h3' | 'p', string]
  | readonly ['ul', readonly string[]]
  | readonly ['table', readonly (readonly string[])[]];

export const POLICY: readonly Part[] = [
  ['h1', 'Fable Privacy Policy'],
  ['p', 'Last updated: May 1, 2031'],
  [
    'p',
    'This policy says what Fable Harbour Ltd does with what it learns about you when you use our boats, our rooms and our letters.',
  ],
  ['h2', 'What we collect'],
  ['p', 'We collect what you give us and what your device tells us. In particular, we collect:'],
  [
    'ul',
    [
      'Your name, your address and the number of your berth',
      'The letters you write in public rooms, with the drawings in them',
      'The times at which you enter and leave the harbour',
    ],
  ],
  ['h3', 'From your device'],
  ['p', 'Your device tells us its kind, its language and roughly where it is. We keep this for 30 days.'],
  ['h2', 'How we use it'],
  ['p', 'We use public letters to train the models that answer questions in the harbour office, unless you object.'],
  [
    'table',
    [
      ['Purpose', 'Data', 'Ground'],
      ['Running the harbour', 'Name, berth', 'Contract'],
      ['Training models', 'Public letters', 'Legitimate interest'],
    ],
  ],
  ['h2', 'Your choices'],
  ['p', 'You may object to training at any time in your settings. We then stop within two weeks.'],
  ['p', 'You can also write to us at privacy@fable.example or call the office.'],
  ['h2', 'Contact'],
  ['p', 'Fable Harbour Ltd'],
  ['p', '1 Quay Road, Port Fable'],
  ['p', '+44 20 7946 0018'],
];

/** Texts of the blocks one after the other, as a reading should give them. */
export const POLICY_LINES: readonly string[] = POLICY.flatMap((part) =>
  part[0] === 'ul' ? part[1] : part[0] === 'table' ? part[1].map((row) => row.join(' | ')) : [part[1]],
);

export interface Markup {
  readonly heading: (level: number, text: string) => string;
  readonly paragraph: (text: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly table: (rows: readonly (readonly string[])[]) => string;
}

const PLAIN: Markup = {
  heading: (level, text) => `<h${level}>${text}</h${level}>`,
  paragraph: (text) => `<p>${text}</p>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
  table: (rows) =>
    `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
};

export function render(markup: Partial<Markup> = {}, parts: readonly Part[] = POLICY): string {
  const { heading, paragraph, list, table } = { ...PLAIN, ...markup };
  return parts
    .map((part) => {
      if (part[0] === 'ul') return list(part[1]);
      if (part[0] === 'table') return table(part[1]);
      return part[0] === 'p' ? paragraph(part[1]) : heading(Number(part[0].slice(1)), part[1]);
    })
    .join('\n');
}

export const links = (count: number, word = 'Place'): string =>
  Array.from({ length: count }, (_, i) => `<li><a href="/${word.toLowerCase()}-${i}">${word} ${i}</a></li>`).join('');

export const document = (head: string, body: string, attributes = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body ${attributes}>${body}</body></html>`;
