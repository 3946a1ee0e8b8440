/** An edit of a section of several blocks, of our own writing: what it changes, as "+fact", "-fact", "~fact", by kind or whole. */
export interface SectionEdit {
  readonly name: string;
  readonly changes: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** Sections are Markdown, without the indentation of this file. */
const section = (text: string): string => text.trim().replaceAll(/^ +(?=\S)/gm, '');

const edit = (name: string, changes: string, before: string, after: string): SectionEdit => ({
  name,
  changes: changes.split(' ').filter(Boolean),
  before: section(before),
  after: section(after),
});

/** Written, with what they change, before the rules were run on any; the first, third, fifth … were tuned on. */
export const EDITS: readonly SectionEdit[] = [
  edit(
    'an item comes to a list of data',
    '+trains-on:voice-or-face',
    `To train our AI models we use:

     * posts you make public
     * search queries`,
    `To train our AI models we use:

     * posts you make public
     * search queries
     * voice recordings`,
  ),
  edit(
    'an item comes to a list of purposes',
    '+trains-on',
    `We process your data in order to:

     - deliver orders
     - answer questions`,
    `We process your data in order to:

     - deliver orders
     - answer questions
     - develop and train machine learning models`,
  ),
  edit(
    'a list becomes a sentence',
    '',
    `We use your prompts to:

     * answer you
     * train our language model`,
    'We use your prompts to answer you and to train our language model.',
  ),
  edit(
    'a sentence becomes a list',
    '',
    'We use photos you upload to show them to friends and to train our image recognition models.',
    `We use photos you upload:

     * to show them to friends
     * to train our image recognition models`,
  ),
  edit(
    'a clause moves into a section of its own',
    '',
    `## How we use data

     We bill you. We train our recommendation models on what you watch.`,
    `## How we use data

     We bill you.

     ## Artificial intelligence

     We train our recommendation models on what you watch.`,
  ),
  edit(
    'a new section about AI',
    '+trains-on +opt-out',
    `## Sharing

     We share data with couriers.`,
    `## Sharing

     We share data with couriers.

     ## AI

     We train our models on reviews you write. You can object at any time under Settings.`,
  ),
  edit(
    'a region is left out of a use',
    '~trains-on',
    'We use your comments to train our AI models.',
    'We use your comments to train our AI models, except in the European Union.',
  ),
  edit(
    'a use is widened to another kind',
    '+trains-on:private-messages',
    'Our assistant is trained on public posts.',
    'Our assistant is trained on public posts and on private messages.',
  ),
  edit(
    'a company is renamed everywhere',
    '',
    'Fernley uses your drawings to train its AI models. Fernley is based in Oslo.',
    'Bracken uses your drawings to train its AI models. Bracken is based in Oslo.',
  ),
  edit(
    'a product is renamed in a promise',
    '',
    'We do not use what you write in Fernley Notes to train our models.',
    'We do not use what you write in Bracken Pages to train our models.',
  ),
  edit(
    'we becomes the name',
    '',
    'We do not train our models on your files.',
    'Fernley does not train its models on your files.',
  ),
  edit(
    'the name becomes we',
    '',
    'Fernley uses your recordings to improve its speech models.',
    'We use your recordings to improve our speech models.',
  ),
  edit(
    'a contraction is written out',
    '',
    "We don't use your messages to train AI models.",
    'We do not use your messages to train AI models.',
  ),
  edit(
    'does not becomes will not',
    '',
    'We do not use your invoices to train AI models.',
    'We will not use your invoices to train AI models.',
  ),
  edit(
    'a promise gets an exception',
    '~excludes',
    'We do not use your chats to train our models.',
    'We do not use your chats to train our models, unless you report them to us.',
  ),
  edit(
    'a promise loses its exception',
    '~excludes',
    'Except for feedback, we do not use your chats to train our models.',
    'We do not use your chats to train our models.',
  ),
  edit(
    'may becomes will',
    '~trains-on',
    'We may use your trips to train our traffic models.',
    'We will use your trips to train our traffic models.',
  ),
  edit(
    'the way out is another',
    '+opt-out:form -opt-out:email',
    'To opt out of AI training, write to privacy@policy.example.',
    'To opt out of AI training, fill in the objection form.',
  ),
  edit(
    'the way out is limited in time',
    '~opt-out',
    'We train our models on your posts. You can opt out at any time in your settings.',
    'We train our models on your posts. You can opt out within thirty days in your settings.',
  ),
  edit(
    'the way out goes, the use stays',
    '-opt-out',
    'We train our models on your posts. You can opt out at any time in your settings.',
    'We train our models on your posts.',
  ),
  edit(
    'the use goes, its way out too',
    '-trains-on -opt-out',
    'We keep posts for a year. We train our models on your posts. You can opt out at any time in your settings.',
    'We keep posts for a year.',
  ),
  edit(
    'consent becomes an opt-out',
    '+opt-out -consent-required',
    'With your consent, we use your voice to train our speech models.',
    'We use your voice to train our speech models, unless you opt out.',
  ),
  edit(
    'opt-out becomes consent',
    '+consent-required -opt-out',
    'Unless you opt out, we use your voice to train our speech models.',
    'Only if you agree do we use your voice to train our speech models.',
  ),
  edit(
    'a promise becomes a use with consent',
    '+consent-required -excludes',
    'We never use your scans to train our models.',
    'We use your scans to train our models only if you have given your consent.',
  ),
  edit(
    'a cell of a table changes',
    '+trains-on',
    `| Purpose | Data | Basis |
     | --- | --- | --- |
     | Delivery | Address | Contract |
     | Analytics | Clicks | Interest |`,
    `| Purpose | Data | Basis |
     | --- | --- | --- |
     | Delivery | Address | Contract |
     | Analytics and training of machine learning models | Clicks | Interest |`,
  ),
  edit(
    'a row of a table comes',
    '+trains-on:voice-or-face',
    `| Purpose | Data |
     | --- | --- |
     | Delivery | Address |`,
    `| Purpose | Data |
     | --- | --- |
     | Delivery | Address |
     | Training our speech recognition models | Voice recordings |`,
  ),
  edit(
    'a row of a table goes',
    '-trains-on',
    `| Why | What |
     | --- | --- |
     | To ship goods | Address |
     | To train our AI | Reviews you write |`,
    `| Why | What |
     | --- | --- |
     | To ship goods | Address |`,
  ),
  edit(
    'rows change places',
    '',
    `| Why | What |
     | --- | --- |
     | To ship goods | Address |
     | To train our AI | Reviews you write |`,
    `| Why | What |
     | --- | --- |
     | To train our AI | Reviews you write |
     | To ship goods | Address |`,
  ),
  edit(
    'a date of effect',
    '',
    'From 1 March 2026, we use public reviews to train our AI models.',
    'From 15 April 2026, we use public reviews to train our AI models.',
  ),
  edit(
    'a neighbour in the paragraph',
    '',
    'We keep logs for 30 days. We use public reviews to train our AI models. We never sell data.',
    'We keep logs for 90 days. We use public reviews to train our AI models. We never rent out data.',
  ),
  edit(
    'two sentences are joined',
    '',
    'We collect the questions you ask our assistant. We use them to train our models.',
    'We collect the questions you ask our assistant and use them to train our models.',
  ),
  edit(
    'one sentence is parted',
    '',
    'We collect your reviews, which we use to train our AI models, and keep them for a year.',
    'We collect your reviews. We use them to train our AI models. We keep them for a year.',
  ),
  edit(
    'a synonym',
    '',
    'We use artificial intelligence models that are trained on your reviews.',
    'We use AI models that are trained on your reviews.',
  ),
  edit(
    'improve gets train beside it',
    '~trains-on',
    'We use your prompts to improve our AI models.',
    'We use your prompts to train and improve our AI models.',
  ),
  edit(
    'a ban for users comes to the rules of conduct',
    '+restricts-training',
    `You may not:

     * post spam
     * copy profiles`,
    `You may not:

     * post spam
     * copy profiles
     * use content of the site to train artificial intelligence`,
  ),
  edit(
    'a ban for users is worded in another mood',
    '',
    `You must not:

     * use our output to train competing models`,
    `You agree that you will refrain from the following:

     * using our output to train competing models`,
  ),
  edit(
    'a numbering',
    '',
    `4.2 You may not use content to train machine learning models.

     4.3 We may close accounts.`,
    `5.1 You may not use content to train machine learning models.

     5.2 We may close accounts.`,
  ),
  edit(
    'partners may train',
    '+shares-for-training',
    'We show your listings on partner sites.',
    'We show your listings on partner sites, and our partners may use them to train their own AI models.',
  ),
  edit(
    'partners may no longer train',
    '-shares-for-training',
    'Partners receive your reviews. They may use them to train their AI models.',
    'Partners receive your reviews.',
  ),
  edit(
    'providers are kept from training',
    '+restricts-training +excludes',
    'Cloud providers process your files for us.',
    'Cloud providers process your files for us. They are not permitted to use your files to train their AI models.',
  ),
];
