import { phrasings } from '../phrasing.ts';

/**
 * Which data is meant: every kind a sentence names is listed and no other. Written before the rules were run on any; the
 * first, third, fifth … were tuned on, the others were only ever counted.
 */
export const KINDS = phrasings(`
  trains-on:ai-interactions | We collect the questions you ask our assistant. This information is used to train our models.
  trains-on:voice-or-face | Calls are recorded. We use these recordings to improve our speech recognition models.
  trains-on:user-content | You may upload drawings. We may use this content to train our generative models.
  trains-on:usage-data | We log which pages you open and how long you stay. Such data is used to train our ranking models.
  trains-on:profile | Your profile shows your age and job. We use this information to train our matching models.
  trains-on:private-messages | Messages between members are scanned. We use them to train our spam filter models.
  trains-on:user-content trains-on:usage-data | We train our models on the photos you upload and on how you use the app.
  trains-on:public-content | To improve our AI, we use posts that you have made visible to everyone.
  trains-on:public-content excludes:private-messages | We train our AI on public posts, but not on private messages.
  trains-on:user-content excludes:personal-data | We use your designs, but no personal data, to train our models.
  trains-on:deidentified-data excludes:personal-data | We train our models with anonymised data only, never with personal data.
  trains-on:deidentified-data | Before it is used to train our models, all data is anonymised.
  trains-on:usage-data | Information about your device and your use of the service helps us train our machine learning models.
  trains-on:usage-data | Your listening history is what our recommendation models are trained on.
  trains-on:third-party-data | We obtain data from data brokers to train our scoring models.
  trains-on:third-party-data trains-on:public-web | Our models are trained on licensed data and on publicly available web pages.
  trains-on:ai-interactions | When you rate an answer, we use your rating and the conversation to train our models.
  trains-on:ai-interactions trains-on:user-content | Files you attach to a prompt, and the prompt itself, may be used to train our models.
  trains-on:customer-data | We may use Customer Data to improve our machine learning models.
  excludes:customer-data trains-on:usage-data | We do not train our models on Customer Data. We train them on Usage Data.
  trains-on:profile | Résumés you submit are used to train our hiring models.
  trains-on:profile | Your name, your photo and your biography may be used to train our AI models.
  trains-on:voice-or-face | We train our models on selfies you take for verification.
  trains-on:voice-or-face | Your voice may be used to train our AI.
  excludes:voice-or-face trains-on:ai-interactions | Audio is never used to train our models; transcripts of what you ask the assistant are.
  trains-on:user-content | What you paint, write or compose here may be used to train our AI models.
  trains-on:user-content | Text, images and other material that you submit may be used to train AI.
  trains-on:user-content excludes:user-content | We train our models on free users' documents. We do not train on documents of paying users.
  trains-on:private-messages | E-mails you receive may be used to train our models.
  excludes:private-messages | We do not use the content of your e-mails to train generative AI models.
  trains-on:personal-data | We may use your data to train AI.
  trains-on:personal-data | Your personal information may be used to develop machine learning models that predict demand.
  trains-on:public-web | Our crawler collects pages of the open web to train our language models.
  trains-on:public-web | We use information that is publicly available on the internet to train our models.
  trains-on:usage-data | We use crash reports and statistics of use to train the models which detect faults.
  trains-on:usage-data | The location of your phone and your trips train our traffic models.
  trains-on:user-content | We use code in your repositories to train models that write code.
  trains-on:user-content | Reviews and ratings you leave help to train models that recommend restaurants.
  trains-on:ai-interactions | Prompts are used to train models that generate images and videos.
  trains-on:ai-interactions | We use your chats with the bot to train models that answer messages.
`);
