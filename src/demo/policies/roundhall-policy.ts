import { reviseText } from '../revise-text.ts';

const FIRST = `# Roundhall Privacy Notice

Updated 1 December 2025

Roundhall provides rooms for conversations at a distance: meetings, lessons, consultations and public events with video.
This notice describes how Roundhall Communications Inc. and its subsidiaries ("Roundhall") handle personal data of people
who host, attend or merely visit our website.

Where a company, school or practice has given you your account, that organisation decides what happens to your data, and
we act as its processor. Please read its notice as well as ours.

## Data we receive

The table shows the kinds of data we receive and where they come from.

| Kind of data | Examples | Source |
| --- | --- | --- |
| Account data | Name, e-mail address, organisation, time zone | You or your organisation |
| Meeting data | Title, start and end, list of participants, network quality | Created in the meeting |
| Content | Video, sound, chat, files, whiteboards, recordings, transcripts | Hosts and participants |
| Device data | Camera and microphone model, operating system, version | Your device |
| Billing data | Address, tax number, purchases | The customer and its bank |
| Visits to our website | Pages, referring site, cookies | Your browser |

## What we do with it

### Running meetings

We carry sound and pictures between participants, adapt them to the speed of your line, and, when a host asks for it,
record the meeting or write a transcript. A banner and a spoken notice tell everyone that a recording has begun.

### Accounts and invoices

We create and administer accounts, calculate fees, send invoices and remind customers of them.

### Keeping meetings safe

We look for signs of disruption, such as the same person joining hundreds of rooms, and act on reports by participants.
Members of our safety team may view content that has been reported to us.

### Making the product better

We analyse meeting data and device data in order to find faults and to plan capacity. We count, for instance, how often a
connection is lost with a certain model of headset. Surveys are voluntary.

### Telling you about Roundhall

We write to customers about new functions and events. Every such message contains a link with which you can refuse
further ones.

## Your content belongs to you

We make no claim to ownership of what is said and shown in a meeting. Roundhall will not use audio, video, chat or shared
files to train machine learning or artificial intelligence models without your consent. Employees do not watch or listen
to meetings, except where you ask us to, where the safety of a person is at stake, or where the law demands it.

Recordings kept in our cloud are encrypted. The host decides who may open them and when they are deleted. A customer with
an enterprise plan can hold the keys itself.

## When data is shared

- **With participants.** Your name, picture and what you say and show can be seen, and recorded, by others in the room.
- **With your organisation.** Administrators can see who met whom and when, and may open recordings.
- **With suppliers.** Data centres, telephone companies, payment firms and help-desk software, under contracts that
  forbid any use of their own.
- **With resellers.** If you bought Roundhall from a reseller, we tell it what is needed for the invoice.
- **For legal reasons.** To comply with a binding order, or to establish and defend claims.

We do not sell personal data and we do not exchange it for money's worth.

## Lawful grounds

Depending on the purpose we rely on a contract with you or your organisation, on a legal duty, on your consent, or on our
legitimate interest in a secure and reliable service. Details for each purpose can be requested from our privacy office.

## Retention

Recordings and transcripts remain until the host deletes them or the period set by the administrator ends. Meeting data
is kept for 24 months, billing data for as long as tax law asks, and website statistics for 14 months. Deleted recordings
stay in a bin for 30 days in case of regret.

## Classrooms

Schools may use Roundhall for pupils of any age where they have the permission that local law requires. In accounts of
schools, advertising cookies are never set, chat between pupils can be switched off, and recordings are visible only to
the teacher who made them.

## Transfers to other countries

Meetings are routed through the region nearest to the host. Customers may choose regions. Data is also processed in the
United States and Japan, where parts of our support team work. We are bound by standard contractual clauses and review
them every year.

## Your rights

You can ask whether we hold data about you, what it is and where it went. You may have it corrected, erased, restricted
or handed over, and you may object to what we do on the ground of a legitimate interest. In the United States, residents
of several states may in addition limit the use of sensitive data and appoint somebody to act for them. You will not be
treated worse for making use of a right.

Requests go to privacy@roundhall.example or through the form at "Account > Privacy > My requests". We reply within 30
days, and will tell you if we need longer.

## Security

Connections are encrypted. Hosts can lock rooms, ask for a passcode, and turn on end-to-end encryption, with which
recording and transcription are not available. Our controls are audited each year, and the report can be had on request.

## Changes and contact

When we change this notice we change the date above; we inform account owners of material changes by e-mail. Roundhall
Communications Inc., Privacy Office, 500 Harbor Row, Suite 9, Port Ellison. Representative in the European Union:
Roundhall Europe GmbH, Am Speicher 12, 27999 Norderhaven.
`;

/** The promise of consent becomes a permission: fewer words, and a new audience for the sound of a meeting. */
const WITHOUT_CONSENT = reviseText(FIRST, [
  ['Updated 1 December 2025', 'Updated 13 April 2026'],
  [
    'Roundhall will not use audio, video, chat or shared files to train machine learning or artificial intelligence models without your consent.',
    'Roundhall may use audio, video and transcripts of meetings on free plans to train its machine learning and artificial intelligence models, and may provide them to the companies whose models it uses so that they can train theirs.',
  ],
]);

const ASSISTANT = `### The meeting companion

Hosts can switch on Companion, an assistant based on artificial intelligence that writes minutes, lists open tasks and
answers questions about what was said. It analyses the faces and voices of participants to estimate how attentive they
are and shows the host a score. Companion can be mistaken; please check its minutes before you rely on them.

`;

const WITH_COMPANION = reviseText(WITHOUT_CONSENT, [
  ['Updated 13 April 2026', 'Updated 20 April 2026'],
  ['### Telling you about Roundhall', `${ASSISTANT}### Telling you about Roundhall`],
]);

/** Markdown of each version of the privacy notice of the video meeting service Roundhall. */
export const roundhallPolicy = {
  first: FIRST,
  withoutConsent: WITHOUT_CONSENT,
  withCompanion: WITH_COMPANION,
} as const;
