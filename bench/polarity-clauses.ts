/**
 * Sixty clauses of our own writing. `{operator|as written|mutated}` marks what an operator changes; a clause takes the
 * operators it names, and all take those that need no mark (delete, move, re-wrap, change the neighbour).
 */
export interface Clause {
  /** What it says: a use of data, a promise not to use it or only with consent, a way out, or a rule for others. */
  readonly kind: 'use' | 'promise' | 'way-out' | 'rule';
  readonly text: string;
}

const USES = `
We {may|may|will} {negate|use|not use} {public|public |}posts to train our AI models.
The information we collect {negate|is|is not} used to develop and improve our machine learning models.
Photos you upload {may|may|will} {negate|be|not be} used to train our image recognition models.
We {negate|use|do not use} conversations with the assistant to fine-tune the language models behind it.
Voice recordings {negate|are|are not} used to improve our speech recognition models{exception|, except recordings of children|}.
We {negate|train|do not train} our ranking algorithms on the things you watch.
We {may|may|will} use {public|public |}comments for training artificial intelligence{exception|, except comments in closed groups|}.
Your prompts {negate|help|never help} us improve our models.
Nimbus {may|may|will} {negate|use|not use} Customer Data to train machine learning models.
By default, your chats {negate|are|are not} used to train our models.
We process transaction data to train the models that detect fraud{exception|, other than data of minors|}.
Usage data {may|may|will} be used for the training of our recommendation models.
This licence {negate|includes|does not include} the right to train artificial intelligence on your content.
We {negate|analyse|never analyse} messages to train our safety classifiers.
We use {public|public |}photos to build generative AI.
Feedback you give {may|may|will} be used to train and evaluate our language models.
We {may|may|will} share your posts with partners so that they can train their AI models.
Our affiliates {may|may|will} use your profile to train their artificial intelligence.
Reviewers read some chats to improve our AI models{exception|, unless you have switched history off|}.
To develop our AI we {negate|use|do not use} pictures from your profile.
We {may|may|will} use your personal data to train AI{exception|, except in the European Union|}.
Search histories {negate|are|are not} fed into our language models.
We {negate|use|will no longer use} driving data to improve our self-driving models.
`;

const PROMISES = `
We {unnegate|do not use|use} your files to train AI models.
Private messages are {unnegate|never |}used to train our models.
We {unnegate|will not use|will use} the documents you store to develop generative AI.
Customer Data is {unnegate|not |}used to train any machine learning model.
Brightdesk {unnegate|does not use|uses} customer content to train its models.
Your prompts are {unnegate|not |}used for training our language models.
We {unnegate|never train|train} AI on what you write.
{unnegate|No health data is|Health data is} used to train our algorithms.
Our AI provider {unnegate|does not use|uses} your prompts to train its models.
Voice clips are {unnegate|not |}used to improve our speech models{exception|, unless you report a mistake|}.
We use your recordings to train our transcription models {consent|only if you opt in|unless you opt out}.
{consent|Only with your consent do we use your essays|We use your essays} to train our grading models.
We do not use your drawings to train AI{exception|, except drawings you make public|}.
We will not use your video to train our AI{consent| without your consent| unless you opt out}.
{unnegate|Neither we nor our vendors|Both we and our vendors} train AI on your mail.
The keyboard {unnegate|does not learn|learns} from the data you type.
Inputs and outputs are {unnegate|not |}used to train the underlying model.
Data of pupils will {unnegate|never |}be used to train AI.
We {unnegate|do not use|use} your location data to train prediction models.
Your account details are {unnegate|excluded from|part of the data used for} AI training.
`;

const WAYS_OUT = `
You can opt out of the use of your posts for training our AI models.
If you do not want us to use your photos to train AI, fill in this form.
You may object to our use of your data to train AI models at any time.
You can turn off the use of your chats for training our models in your settings.
You can choose whether your recordings are used to improve our speech models.
To stop us from using your content to train AI, write to privacy@policy.example.
You have the right to object to the training of AI on your data.
Members can ask us to exclude their posts from the training of our models.
`;

const RULES = `
You may {allow|not |}use our content to train AI models.
You must not use output to develop models that compete with ours.
Scraping this site to train AI is {allow|not |}allowed.
Developers may {allow|not |}use data from the API to train language models.
No part of this site may be used to train artificial intelligence.
Customers {allow|shall not|may} use the output to train other models.
Any use of our articles to train generative AI is prohibited.
We reserve the right to text and data mining and to the training of AI.
Our providers are {allow|not |}permitted to use your data to train their models.
`;

const lines = (kind: Clause['kind'], text: string): Clause[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ kind, text: line }));

export const CLAUSES: readonly Clause[] = [
  ...lines('use', USES),
  ...lines('promise', PROMISES),
  ...lines('way-out', WAYS_OUT),
  ...lines('rule', RULES),
];
