const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'What we collect',
    [
      'When you open an account with Plumbago we ask for a name, an e-mail address and a date of birth. We keep them for as long as the account exists, and for thirty days after it has been closed.',
      'While you use the service we record which pages you open, how long you stay on them, and from which kind of device you came. These records are removed after twelve months.',
      'We receive information from the shops you link to your account: what you ordered, when it was sent, and whether it came back.',
    ],
  ],
  [
    'How we use it',
    [
      'We use your information to keep the service running, to answer your questions, to send the messages you asked for, and to find out when somebody tries to misuse an account.',
      'We may show advertisements that fit the pages you visited during the current session. We do not build a profile that lasts longer than that session.',
      'Where the law requires us to keep records, for example for taxes, we keep only what the law names and nothing beside it.',
    ],
  ],
  [
    'With whom we share it',
    [
      'Carriers receive the address to which a parcel goes. Payment providers receive the amount and the means of payment. Neither may use what they receive for purposes of their own.',
      'We answer requests of courts and authorities after our lawyers have read them, and we tell the person concerned unless we are forbidden to do so.',
      'We sell nobody’s information, and we will ask every person again before that could ever become different.',
    ],
  ],
  [
    'Your choices',
    [
      'You can read, correct, copy or remove your information under Settings, or by writing to privacy@plumbago.example. We answer within four weeks.',
      'You may complain to the authority that supervises the handling of personal information in the country in which you live.',
    ],
  ],
];

export interface PolicyPage {
  readonly title?: string;
  /** Paragraphs put at the end of the section “How we use it”. */
  readonly extra?: readonly string[];
  /** A piece of text taken out wherever it stands. */
  readonly without?: string;
}

/** A whole HTML page of a fictional platform, with a site around its privacy policy. */
export function policyPage({ title = 'Plumbago Privacy Policy', extra = [], without = '' }: PolicyPage = {}): string {
  const sections = SECTIONS.map(([heading, paragraphs]) => {
    const all = heading === 'How we use it' ? [...paragraphs, ...extra] : paragraphs;
    const body = all.map((text) => `<p>${without === '' ? text : text.replace(without, '')}</p>`).join('\n');
    return `<h2>${heading}</h2>\n${body}`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>
<header><a href="/">Plumbago</a><nav><ul><li><a href="/shop">Shop</a></li><li><a href="/help">Help</a></li><li><a href="/login">Log in</a></li></ul></nav></header>
<main><h1>${title}</h1>
<p>This policy tells what Plumbago does with information about you. It applies to the website, to the app and to letters we send.</p>
${sections.join('\n')}
</main><footer><a href="/imprint">Imprint</a> <a href="/terms">Terms</a></footer></body></html>`;
}

export const TRAINING_CLAUSE =
  'We may use the photos and messages you share on Plumbago to train our artificial intelligence models, including generative ones.';
