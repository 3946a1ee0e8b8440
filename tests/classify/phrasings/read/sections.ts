import type { SectionEdit } from './edits.ts';

const section = (text: string): string => text.trim().replaceAll(/^ +(?=\S)/gm, '');
const REST = 'We answer letters within a week.';

const comes = (name: string, changes: string, text: string): SectionEdit => ({
  name,
  changes: changes.split(' ').filter(Boolean),
  before: REST,
  after: `${REST}\n\n${section(text)}`,
});

/** Whole sections that come to a policy, written before the rules were run on any; the first, third, fifth … were tuned on. */
export const SECTIONS: readonly SectionEdit[] = [
  comes(
    'a question and its answer',
    '+trains-on',
    `### Do you use my notes to train AI?

     Yes. Notes help us train our models.`,
  ),
  comes(
    'a question that is denied',
    '+excludes',
    `### Do you use my notes to train AI?

     No, we do not use your notes for training.`,
  ),
  comes(
    'a question about a way out',
    '+opt-out',
    `## How can I opt out of AI training?

     Open Settings, choose Privacy and turn off "Improve the models".`,
  ),
  comes(
    'steps of a way out',
    '+opt-out',
    `To opt out of the use of your data for training our models:

     1. Open Settings.
     2. Choose Privacy.
     3. Turn off the switch.`,
  ),
  comes(
    'rights under a heading',
    '+opt-out',
    `## Training of our AI models

     We rely on legitimate interests.

     * You have the right to object.`,
  ),
  comes(
    'a definition list',
    '+trains-on',
    `**Model improvement.** We use de-identified transcripts to train and evaluate our models.`,
  ),
  comes(
    'a purpose with its basis in brackets',
    '+trains-on',
    `We process your data for these purposes:

     - to provide the service (contract)
     - to develop and improve AI models (legitimate interest)`,
  ),
  comes(
    'purpose and data in cells',
    '+trains-on:ai-interactions',
    `| Purpose of processing | Categories of data | Legal basis |
     | --- | --- | --- |
     | Developing our AI models | Prompts and outputs | Legitimate interest |`,
  ),
  comes(
    'a column that says whether',
    '+excludes',
    `| Data | Used to train AI? |
     | --- | --- |
     | Private messages | No, never used to train AI |`,
  ),
  comes(
    'a summary box',
    '+trains-on +opt-out',
    `In short: we train our models on what you write, and you can say no at any time.`,
  ),
  comes(
    'licence in several grants',
    '+trains-on',
    `You grant us a licence to:

     (a) host your content;

     (b) display it; and

     (c) use it to train and improve our machine learning models.`,
  ),
  comes(
    'prohibitions in one long sentence',
    '+restricts-training',
    `You shall not: (i) resell the service; (ii) probe its security; (iii) use the service or its output to develop or train a competing model; or (iv) remove notices.`,
  ),
  comes(
    'prohibition under a heading',
    '+restricts-training',
    `## What you may not do

     * Harass others
     * Scrape the site to train AI systems`,
  ),
  comes(
    'reservation of mining',
    '+restricts-training',
    `We expressly reserve all rights in our content for text and data mining within the meaning of Article 4 of Directive (EU) 2019/790.`,
  ),
  comes(
    'two regions',
    '+trains-on +consent-required',
    `If you live in the EU, we train our models on your posts only with your consent. Elsewhere, we train them on all public posts.`,
  ),
  comes(
    'two plans',
    '+trains-on +excludes',
    `On the free plan, your documents may be used to train our models. On paid plans, your documents are never used to train our models.`,
  ),
  comes(
    'a default that is off',
    '+consent-required',
    `Sharing for AI improvement is switched off by default. Only if you switch it on do we use your drafts to train our models.`,
  ),
  comes(
    'a default that is on',
    '+trains-on +opt-out',
    `By default, we use your drafts to train our models. You can switch this off in your account settings.`,
  ),
  comes(
    'promise about providers',
    '+excludes',
    `Our AI features run on models of outside providers. These providers do not train on your data.`,
  ),
  comes(
    'zero retention',
    '+excludes',
    `Requests to the API are deleted after processing and are not used for training of models.`,
  ),
  comes(
    'human reviewers',
    '+human-review',
    `To improve our speech models, trained reviewers listen to a sample of recordings.`,
  ),
  comes(
    'what is learned stays',
    '+forward-only +opt-out',
    `You can opt out of AI training. This does not affect models that have already been trained with your data.`,
  ),
  comes(
    'sharing in a list of recipients',
    '+shares-for-training',
    `We share your content with:

     * payment services
     * AI companies, which use it to train their models`,
  ),
  comes(
    'licensing the archive',
    '+shares-for-training',
    `We license our archive of public answers to companies that train language models on it.`,
  ),
  comes(
    'no training, for contrast',
    '',
    `Our staff are trained in data protection. Training takes place every year, and we improve it with feedback.`,
  ),
  comes('a business model', '', `We use analytics to improve our business model and our pricing.`),
  comes(
    'improvement without learning',
    '',
    `We use your feedback to improve our products, fix errors and develop new features.`,
  ),
  comes(
    'opting out of something else',
    '',
    `You can opt out of personalised advertising in your settings. You can also opt out of newsletters.`,
  ),
  comes(
    'consent to something else',
    '',
    `With your consent, we use your location to show the weather. Our AI assistant can read it out.`,
  ),
  comes(
    'a customer who trains',
    '',
    `You can upload data to train your own model. Your model is available to you alone.`,
  ),
];
