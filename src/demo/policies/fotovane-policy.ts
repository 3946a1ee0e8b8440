import { reviseText } from '../revise-text.ts';

const FIRST = `# Fotovane Privacy Policy

Last updated: 12 January 2026

Fotovane is a place to keep, arrange and share photographs. This policy explains what information we collect when you
use the Fotovane apps and website (the "Service"), why we collect it, who sees it and what you can do about it. We have
tried to keep it readable. Where a word has a special meaning we say so.

## 1. Who we are

The Service is operated by Fotovane Networks Ltd, 14 Quay Street, Aldmouth ("Fotovane", "we", "us"). If you live in the
European Economic Area, the United Kingdom or Switzerland, Fotovane Networks Ltd is the controller of your personal
data. You can reach our data protection officer at privacy@fotovane.example.

## 2. Information we collect

### 2.1 Information you give us

When you open an account we ask for a name, an e-mail address or telephone number, a date of birth and a password. You
may add a profile picture, a short biography and links. If you buy storage or prints we also receive a delivery address
and confirmation of payment; the card number itself goes to our payment processor and never reaches our servers.

### 2.2 Your photographs and what comes with them

We store the photographs and videos you upload, the captions, titles and tags you write, the albums you place them in
and the comments you leave. Photographs often carry details recorded by the camera, such as the time, the place and the
type of lens. We keep these details so that you can search by them. You can tell us to strip the place from every upload
under "Settings > Uploads > Location".

### 2.3 Information collected automatically

- the device and browser you use, its language and its operating system;
- the pages and albums you open, and how long you stay there;
- your IP address and, derived from it, the town you are probably in;
- reports about crashes and slow pages.

## 3. How we use information

We use the information described above to:

1. run the Service, keep your albums in order and show them to the people you choose;
2. suggest photographers and albums that people with similar interests have enjoyed;
3. find and remove images that break our Community Rules, including images that endanger children;
4. answer your questions and train our support staff to answer them well;
5. measure how the Service is used and decide what to build next;
6. send you notices about your account and, where the law allows it, news about Fotovane.

We do not sell your photographs, and uploading a picture does not make us its owner. You grant us only the licence that
is needed to store it, to make copies in other sizes and to show it to the audience you have picked.

## 4. Legal bases

If European data protection law applies to you, we rely on the following grounds:

| Purpose | Data | Legal basis |
| --- | --- | --- |
| Providing the Service | Account details, photographs, albums | Performance of our contract with you |
| Suggestions and measurement | Usage and device information | Our legitimate interest in a useful product |
| Safety and enforcement | Photographs, reports, account details | Legal obligation and legitimate interest |
| Newsletters | E-mail address | Your consent, which you may withdraw at any time |

## 5. Who sees your information

### 5.1 Other people

An album is private until you share it. Public albums can be seen by anyone, with or without an account, and may be
listed by search engines. If you later make an album private, copies held by others may remain.

### 5.2 Companies that work for us

We use suppliers for hosting, payment, printing, content delivery and customer support. They may handle information only
on our instructions and have to delete or return it when the work is done.

### 5.3 Authorities

We disclose information to courts and authorities where the law obliges us to. We read each request, we refuse requests
that are too broad, and we tell you about them unless we are forbidden to.

### 5.4 A change of ownership

If Fotovane is merged or sold, information about you may be transferred to the new owner, who remains bound by this
policy until you have been told otherwise.

## 6. How long we keep information

| Information | Kept for |
| --- | --- |
| Photographs, albums, comments | Until you delete them; copies in backups for a further 60 days |
| Account details | For the life of the account and 90 days after it is closed |
| Server logs | 13 months |
| Invoices | Ten years, as tax law requires |

## 7. Your choices and rights

You can see, correct and download most of your information under "Settings > Your data". Depending on where you live you
may also have the right to erasure, to restrict or object to what we do, and to receive your data in a common format. To
use these rights write to privacy@fotovane.example. We answer within one month. If you are not content with our answer
you may complain to the supervisory authority of your country.

You can change the cookies we set at any time with the "Cookies" link at the foot of each page, and unsubscribe from any
newsletter with the link it contains.

## 8. Children

The Service is not meant for children under 13, or under the higher age at which the law of your country allows a child
to agree on its own. If you believe that a child has opened an account, tell us and we will close it.

## 9. Security and transfers

Photographs are encrypted on their way to us and at rest. Staff can open an album only where a report or a legal duty
makes it necessary, and every such access is logged. Our data centres are in Ireland and Canada. Where information
leaves the European Economic Area we rely on adequacy decisions or on the standard contractual clauses of the European
Commission.

## 10. Changes to this policy

We may change this policy as the Service changes. If a change matters we will announce it in the app before it takes
effect. Earlier versions are available on request.
`;

const TRAINING = `## 4. Creative tools

Fotovane offers tools that sort, repair and restyle pictures. To build and improve these tools we may use the photos,
captions and comments in public albums, together with information about how people use them, to train our generative AI
models. This includes pictures that were uploaded before this section took effect. If you do not want your photos to be
used in this way, you can turn this off at any time under “Settings > Privacy > Creative tools”.
`;

/** The clause arrives as a new section 4 while everything around it is re-set: quotes, numbers, joined and split paragraphs. */
function slipInTraining(): string {
  const clause = reviseText(curlQuotes(FIRST), [
    ['Last updated: 12 January 2026', 'Last updated: 9 February 2026'],
    ['Where a word has a special meaning we say so.', 'Where a word has a special meaning, we say so.'],
    ['## 2. Information we collect', '## 2. The information we collect'],
    ['We keep these details so that', '\n\nWe keep these details so that'],
    ['who remains bound by this policy', 'which remains bound by this policy'],
    ['## 4. Legal bases', `${TRAINING}\n## 4. Legal bases`],
    [' To use these rights write to', '\n\nTo use these rights, write to'],
    [
      'We may change this policy as the Service changes. If a change',
      'We may change this policy as the Service changes; if a change',
    ],
  ]);
  const [before, after] = clause.split('\n## 4. Legal bases');
  return `${before}\n## 5. Legal bases${raiseSectionNumbers(after ?? '')}`;
}

function raiseSectionNumbers(markdown: string): string {
  return markdown.replace(/^(##+) (\d+)\./gm, (_, marks: string, number: string) => `${marks} ${Number(number) + 1}.`);
}

function curlQuotes(text: string): string {
  return text.replace(/"([^"]+)"/g, '“$1”').replace(/'/g, '’');
}

const WITH_TRAINING = slipInTraining();

const WITHOUT_WAY_OUT = reviseText(WITH_TRAINING, [
  ['Last updated: 9 February 2026', 'Last updated: 30 March 2026'],
  [
    ' If you do not want your photos to be used in this way, you can turn this off at any time under “Settings > Privacy > Creative tools”.',
    '',
  ],
]);

const NEW_DATE = reviseText(WITHOUT_WAY_OUT, [['Last updated: 30 March 2026', 'Last updated: 20 April 2026']]);

/** Markdown of each version of the policy of the photo network Fotovane. */
export const fotovanePolicy = {
  first: FIRST,
  withTraining: WITH_TRAINING,
  withoutWayOut: WITHOUT_WAY_OUT,
  newDate: NEW_DATE,
} as const;
