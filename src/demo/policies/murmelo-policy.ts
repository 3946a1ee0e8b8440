import { reviseText } from '../revise-text.ts';

const FIRST = `# Privacy at Murmelo

*Last modified: 2 February 2026*

Murmelo is a messenger for people who know each other. You are here to talk to your friends, not to us, and this notice
is about the few occasions on which information about you nevertheless passes through our hands.

- [What we know about you](#what-we-know-about-you)
- [Assist, our helper in the chat](#assist-our-helper-in-the-chat)
- [How long we keep things](#how-long-we-keep-things)
- [Your rights](#your-rights)

## The short version

Chats between people are encrypted from end to end by default. We keep what we need to bring a message from one phone to
another, and we throw it away when it has arrived. We are paid by our members and by companies that use Murmelo for
customer service; nobody pays us to show you advertising.

## What we know about you

**Your account.** A telephone number, the name and picture you have chosen, and the time you signed up. If you pay for
Murmelo Plus, the app store tells us that you have paid, and until when.

**Your contacts.** If you allow it, the app compares fingerprints of the numbers in your address book with those of
other members. Fingerprints that match nobody are erased at once.

**Your connection.** The type of your device, the version of the app, your IP address, and whether a message could be
delivered. We use these to keep the network running and to recognise senders of bulk mail.

**Messages on their way.** A message that cannot be delivered waits on our servers, encrypted, for up to 30 days. Cloud
backups are optional. If you switch them on without a passphrase of your own, we hold the key that opens them so that we
can restore your history on a new phone.

**What you tell us.** Letters to our support team and the attachments you add to them. We review a sample of these
conversations to train new colleagues.

## Assist, our helper in the chat

Assist is an optional helper that drafts replies, summarises long threads and answers questions. It starts only when
somebody in a chat calls it by name, and a small feather shows everyone present that it is listening.

To develop and improve the language models behind Assist, we use the following:

- the questions you put to Assist and the answers it gives;
- the thumbs up or down, and the comments, that you send about an answer;
- text that we license from publishers.

Before any of it reaches our engineers we remove telephone numbers, names and links. We do not use the content of your
private chats to train these models. Anyone may switch off the use of their questions under Settings › Assist › Help
improve Assist; the helper works just as well without it.

Answers by Assist are produced by a machine and may be wrong. Please do not rely on them for medical, legal or financial
decisions.

## Why we are allowed to do this

Where the law asks for a legal basis, ours are these. Delivering your messages and keeping your account is necessary for
the contract between you and us. Fighting spam and abuse, and improving Assist, are in our legitimate interest, which we
have weighed against yours. Access to your address book, backups and notifications rest on your consent, which you can
take back in the settings of your phone.

## Who else receives information

We do not rent or sell information about you. It leaves Murmelo only in these cases:

1. **People you write to.** They can keep, copy and forward what you send.
2. **Businesses you write to.** A shop or a bank that answers on Murmelo stores the conversation in its own systems and
   under its own rules.
3. **Service providers.** Hosting companies, text-message gateways and a provider that filters abuse reports, all bound
   by contract to act on our instructions.
4. **Public authorities.** Where a valid order obliges us. We cannot hand over the content of encrypted chats, because
   we do not have it, with the exception of backups without a passphrase.
5. **A successor.** Should Murmelo be reorganised or taken over, the new operator has to honour this notice.

## How long we keep things

| What | How long |
| --- | --- |
| Undelivered messages | 30 days |
| Connection records | 14 days |
| Conversations with Assist | 90 days, then only in a form that no longer points to you |
| Support letters | Two years after the last letter |
| Account details | Until you delete the account, and 30 days for recovery |

## Young members

You must be at least 13 to use Murmelo, and at least 16 to use Assist. Accounts of members under 16 cannot be found by
telephone number and receive no messages from businesses.

## Where information is processed

Our servers are in Norway and Portugal. Support is given from Portugal, Uruguay and the Philippines. For countries
without an adequacy decision we have signed the standard contractual clauses; you can have a copy by writing to us.

## How we protect it

Murmelo publishes the source code of its encryption and has it examined by independent experts every year. Access to our
systems needs two people, leaves a trace, and ends with the task it was given for. If a breach puts you at risk we will
tell you and the authority without delay.

## Your rights

You may ask us for a copy of your information, have mistakes corrected, have things deleted, object to a use or have it
limited, and take your data elsewhere. Most of this can be done in the app under Settings › Account › My information. For
the rest write to dataprotection@murmelo.example or to Murmelo AS, Data Protection Officer, Fjordgata 3, 7800 Vestvik.
You are also free to complain to your data protection authority.

We ask for proof that an account is yours before we act, usually a code sent to your telephone number. We do not charge
for a request unless it is plainly excessive.

## Changes to this notice

We will publish any change here and put the new date at the top. If we intend to use your information for a purpose that
you could not have expected, we will ask you first.
`;

const NEW_DATE = reviseText(FIRST, [['Last modified: 2 February 2026', 'Last modified: 16 February 2026']]);

/** Without a new date: the sentence is simply gone. */
const WITHOUT_PROMISE = reviseText(NEW_DATE, [
  [' We do not use the content of your private chats to train these models.', ''],
]);

const WITH_MESSAGES = reviseText(WITHOUT_PROMISE, [
  ['Last modified: 16 February 2026', 'Last modified: 13 April 2026'],
  [
    '- text that we license from publishers.',
    '- messages, voice notes and pictures that you exchange in private and group chats which are not encrypted from end to end;\n- text that we license from publishers.',
  ],
  ['encrypted from end to end by default', 'encrypted from end to end when everyone has the latest version'],
]);

/** Markdown of each version of the privacy notice of the messenger Murmelo. */
export const murmeloPolicy = {
  first: FIRST,
  newDate: NEW_DATE,
  withoutPromise: WITHOUT_PROMISE,
  withMessages: WITH_MESSAGES,
} as const;
