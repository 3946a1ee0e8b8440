import { reviseText } from '../revise-text.ts';

const FIRST = `# Ladderwell Privacy Statement

Last revised on January 5, 2026

Ladderwell's purpose is to help people find work and to help organisations find people. Members create a professional
profile, follow others in their trade, read and write posts, and apply for positions. This Privacy Statement applies to
ladderwell.example, the Ladderwell apps and the recruiting products we offer to employers (together, the "Services"). It
does not apply to websites that merely link to us.

## Summary of key points

| Question | Short answer |
| --- | --- |
| Who can see my profile? | Members and, unless you object, search engines |
| Do you sell my data? | No |
| Do employers see that I am looking? | Only if you switch on "Open to offers" |
| Can I leave and take my data along? | Yes, at any time |

## 1. Data we collect

### 1.1 Data you provide

**Registration.** To create an account you provide your name, e-mail address, country, most recent position and a
password. A premium account also requires payment details.

**Profile.** You decide what to put in your profile: education, work experience, skills, a photograph, languages,
certificates, recommendations. You do not have to provide more than a name and a headline, but a fuller profile helps
recruiters to find you. Please do not add information that you would not want to be publicly available.

**Posts, articles and applications.** We collect what you publish and upload, including curricula vitae, cover letters
and answers to an employer's screening questions.

### 1.2 Data from others

Other members may mention you, recommend you or import an address book that contains your e-mail address. Employers who
buy our recruiting products may synchronise the status of your application with us.

### 1.3 Data from your use of the Services

We log visits, searches, clicks and the messages you open, together with the device, network and approximate location
from which you do so. We use [cookies and similar technologies](https://ladderwell.example/legal/cookies) as explained in
our Cookie Notice.

### 1.4 Messages

We process the messages you send and receive on Ladderwell in order to deliver them, to offer short suggested replies and
to block spam and fraud. Administrators of a recruiting account can see the messages sent from that account.

## 2. How we use your data

We use your data to provide, support, personalise and develop our Services. In particular:

### 2.1 Services

We rank posts and positions in your feed, suggest members you may know, remind you of anniversaries, and show recruiters
the candidates who fit their search. Rankings are computed automatically from your profile, your connections and what
you have recently looked at. No employer's decision about an application is made by us.

### 2.2 Premium and recruiting products

Recruiters can search profiles, save them to projects and write to members who accept such messages. We do not let them
export your contact details without your permission.

### 2.3 Advertising

We show advertisements on and off our Services. You can object to advertising that is based on your profile under
Settings > Advertising. We do not show advertisements on the basis of special categories of data.

### 2.4 Research and insights

We publish statistics about the labour market, such as the number of vacancies in a region. These contain no information
from which a person could be recognised. Our business model rests on the trust of our members, and we treat such figures
with care.

### 2.5 Security and support

We use data to investigate fraud, to enforce our User Agreement, to resolve complaints and to repair faults.

## 3. How we share information

Your profile is visible to all members and customers of our Services. Depending on your settings it can be found through
search engines. Posts are public unless you choose a smaller audience. When you apply for a position, the employer
receives your application and any further information that you allow us to send.

We share data with the companies of the Ladderwell group, with suppliers who act on our behalf, with auditors, and with
authorities if we believe in good faith that disclosure is required by law. Should the ownership of our business change,
your data may pass to the new owner.

## 4. Your choices and obligations

### 4.1 Retention

We keep your data while your account is open. We generally delete an account within 30 days of its closure, but keep what
we need for legal obligations, disputes and the prevention of abuse. Recruiters may retain copies of applications under
their own policies.

### 4.2 Rights to access and control

For the personal data that we hold about you, you can:

- delete it, in whole or in part;
- change or correct it in your account;
- object to its use, or ask us to limit it;
- obtain a copy in a machine-readable form.

Use the settings we offer or write to privacy@ladderwell.example. In certain regions you may also appeal against our
answer. You can adjust who sees your profile, connections and activity under Settings > Visibility.

## 5. Other important information

### 5.1 Security

We monitor our systems for weaknesses and attacks, and staff are trained every year in handling personal data. We
nevertheless cannot warrant the security of what you send us.

### 5.2 Cross-border transfers

We process data in the country where you live, in the Netherlands and in Singapore. Transfers are covered by contractual
clauses approved by the competent authorities.

### 5.3 Lawful bases

We collect and process personal data only where we have a lawful basis: consent, contract, or legitimate interest. Where
we rely on consent you may withdraw it; where we rely on legitimate interests you may object.

### 5.4 Contact

Ladderwell Holding B.V., Lindegracht 81, 4100 Overwater. Our data protection officer can be reached at
dpo@ladderwell.example.
`;

const WITH_CLAUSE = reviseText(FIRST, [
  ['Last revised on January 5, 2026', 'Last revised on February 9, 2026'],
  [
    '### 2.5 Security and support',
    `### 2.5 Artificial intelligence

We use personal data to develop and train artificial intelligence models that generate content, such as drafts of posts,
profile summaries and letters of application. For this purpose we use your profile, your posts and articles, and your
curriculum vitae where you have saved one. Members can opt out by switching off Settings > Data > Improve writing tools.
Opting out means that we will not use your data to train models going forward; it does not affect training that has
already taken place.

### 2.6 Security and support`,
  ],
]);

const NEW_DATE = reviseText(WITH_CLAUSE, [['Last revised on February 9, 2026', 'Last revised on March 30, 2026']]);

/** About neither topic: how long an account is kept. */
const LONGER_RETENTION = reviseText(NEW_DATE, [
  ['Last revised on March 30, 2026', 'Last revised on April 20, 2026'],
  [
    'We generally delete an account within 30 days of its closure',
    'We generally delete an account within 180 days of its closure',
  ],
]);

/** Markdown of each version of the privacy statement of the professional network Ladderwell. */
export const ladderwellPolicy = {
  first: FIRST,
  withClause: WITH_CLAUSE,
  newDate: NEW_DATE,
  longerRetention: LONGER_RETENTION,
} as const;
