import { phrasings } from './phrasing.ts';

/** The plain words of help pages, notices and banners. */
export const PLAIN_WORDS = phrasings(`
  trains-on | We're starting to use what people share with us to train our AI.
  trains-on:ai-interactions | Chats help make our AI better for everyone.
  trains-on:public-content | Public posts from adults will be used to develop AI at Nimbus.
  trains-on | AI at Nimbus learns from information on the web and from what you share here.
  trains-on:user-content | Your photos and captions could be used to develop and improve generative AI models.
  trains-on:usage-data | How you interact with suggestions helps train the models that make them.
  trains-on:ai-interactions | When you use the voice assistant, we save what you say to it to improve the models behind it.
  trains-on | We need lots of information to train effective models, so a combination of sources is used.
  trains-on:user-content | Yes, we train on content from free accounts.
  trains-on | By continuing, you let Nimbus use your data to train AI.
  trains-on | Model training: we use your data to train our models on the basis of legitimate interests.
  trains-on:voice-or-face | A few seconds of audio around each activation may be kept to train wake-word detection.
  trains-on:third-party-data | We also license data from publishers to train our models.
  trains-on | Data about how drivers brake is collected to train the software that assists them.
  trains-on:profile | We use your profile data and posts for training content-creation AI models.
  trains-on:customer-data | Workspace data is used to train non-generative machine learning models for search.
  trains-on | Our systems learn from the corrections you make.
  trains-on:usage-data | We train ad-ranking models on clicks and purchases.
  trains-on | The licence you give us covers training of AI.
  trains-on | For AI training we use pseudonymised claims data.
  excludes | Your private messages with friends aren't used to train our AIs.
  excludes | We don't use your stuff to train AI.
  excludes | Content from minors is not used for AI training.
  excludes | Messages marked private stay out of AI training.
  excludes | Business customers' data is never used for AI training by default.
  excludes | Your data is not used to train any models, ours or third parties'.
  excludes | Our AI features don't learn from your data.
  opt-out | Don't want your posts used to train AI? You can object.
  opt-out:form | People in the UK can object to AI training with this form.
  opt-out:toggle | Turn off "Use my data to train AI" with the switch below.
  opt-out | If you object, we won't use your posts to train AI from then on.
  opt-out | You decide: your content will only be used to train our models as long as you have not opted out.
  consent-required | Your face scans are used to train our system only if you say yes, by opting in.
  consent-required excludes | AI training is opt-in: nothing you write is used to train our models unless you opt in.
  restricts-training | Please don't use anything on this site to train AI.
  restricts-training | AI crawlers that collect text for training are not welcome and not permitted.
  restricts-training | Don't use answers from our chatbot to build a competing model.
  restricts-training | All content © Nimbus. No AI training without permission.
  forward-only | Objecting doesn't change models that were trained before.
  ai-other | Meet Nimby, your new AI companion for writing.
  ai-other | This summary was written by AI and may be wrong.
  ai-other | We label pictures made with AI.
  trains-on | Where you have agreed to it, or where the law allows it, your chats with our helpers are used to train the virtual agent.
  opt-out | You can decide at any time not to let us use your chats to train our models.
  restricts-training | Crawling or other automated extraction for machine learning is forbidden.
  trains-on:public-web | Our helper's model is trained on publicly available recipes and not on your notes.
`);
