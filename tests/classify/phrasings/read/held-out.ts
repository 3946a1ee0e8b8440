import { phrasings } from '../phrasing.ts';

/** Written before the rules were run on any of the sentences in this folder; never tuned on. The test states a floor. */
export const HELD_OUT = phrasings(`
  trains-on:user-content | Recipes you post may be turned into examples from which our cooking assistant learns.
  trains-on:usage-data | The order in which you listen to chapters is one of the signals we train our recommender with.
  trains-on:customer-data | Licensor may use Licensee Data to enhance the machine learning models that underpin the Software.
  trains-on:deidentified-data | Once anonymised, booking data becomes ours and may be used to train predictive models.
  trains-on:ai-interactions | Whatever you type into the design assistant may be retained for up to two years to make future versions of the model safer and more useful.
  trains-on:voice-or-face | Voicemails are transcribed by software that is improved with the help of the voicemails themselves through machine learning.
  trains-on:public-content | Anything visible to everyone on your page is fair game for the training of our generative models.
  trains-on:private-messages | Support chats and private conversations may be ingested to fine-tune our abuse classifiers.
  trains-on:profile | Your age, interests and biography are among the inputs used in training the matchmaking network.
  trains-on:third-party-data | Data received from credit bureaus is used to develop our scoring models by means of machine learning.
  trains-on:public-web | Our crawler gathers freely accessible pages, which are then used to train language models.
  trains-on:personal-data | Personal data may be processed for the development, training and testing of AI systems.
  trains-on:user-content | Licence: >> to use your submissions to develop and train artificial intelligence
  trains-on | We use the information described above: >> for machine learning and the improvement of our algorithms;
  trains-on:usage-data | Sensor data from the scooters feeds a neural network that we keep training to detect riding on pavements.
  trains-on | Artificial intelligence ># The data you give us helps us train it.
  trains-on:user-content | Contestants agree that entries may be used as data for teaching image generators.
  trains-on:ai-interactions | If you rate an answer, your rating and the exchange it concerns may be used for reinforcement learning.
  trains-on:voice-or-face | Photographs of your face are used to measure and reduce bias in the face-matching algorithm and to improve its accuracy.
  trains-on | We rely on legitimate interests to use past claims for building machine-learning models that estimate repair costs.
  excludes | At no time do we make your garden plans available for training artificial intelligence.
  excludes:user-content | Your drafts stay out of our training data.
  excludes:customer-data | Customer Content shall not form part of any data set used for training models.
  excludes:ai-interactions | Prompts are discarded after the answer has been given and are never used for model improvement.
  excludes:private-messages | AI training does not extend to private messages.
  excludes:personal-data | No personal data flows into the training of our algorithms.
  excludes | Our AI features run on models that were not trained with user data.
  excludes | We refrain from using patient data to develop machine-learning products.
  excludes:voice-or-face | Neither your voice nor your image will be used to train AI.
  excludes | Training AI on members' content is something we do not do.
  excludes | We prohibit our vendors from using your information and do not ourselves use it to train large language models.
  excludes | The free plan, like all other plans, is exempt from model training.
  consent-required | Your lessons become training data only after both you and your tutor have said yes.
  consent-required | Model training requires your express agreement.
  consent-required | We will seek your permission before using your artwork to train AI.
  consent-required | Only users who have enrolled in the improvement programme contribute data to the training of our models.
  consent-required | By default, nothing is used for training; to contribute, turn on "Share for AI training".
  consent-required excludes | Without your opt-in, your calls will not be used to train our speech models.
  consent-required | Where you have agreed to it, we use your sleep data to train our algorithms.
  consent-required | No training of AI on a child's data takes place without the permission of a parent.
  opt-out | Not comfortable with AI training? You can say no in the app.
  opt-out:toggle | Untick "Use my drawings to improve AI" to stop this use.
  opt-out:email | To be left out of AI training, drop us a line at no-ai@brindle.example.
  opt-out:form | Customers wishing to exclude their data from machine learning should complete the request form.
  opt-out:account-setting | Your account settings let you choose not to have your listening history used to train recommendation models.
  opt-out | You are free to refuse the processing of your posts for the development of AI, and you need not give reasons.
  opt-out | The right to object extends to the use of your data in training models.
  opt-out:not-offered | At present it is not possible to opt out of the use of your content for AI training.
  opt-out | Should you disagree with your content being used to train AI, let us know before 1 June.
  opt-out:account-setting | Model improvement can be switched off at any time under Settings › Data controls.
  forward-only | Withdrawing consent has no effect on models that have been trained already.
  forward-only | We cannot remove your data from a model once training is complete.
  human-review | Transcribers hear short pieces of recordings in order to correct the model's mistakes.
  human-review | Authorised staff may read conversations to evaluate and improve our language models.
  shares-for-training:partners | Research partners receive pseudonymised recordings on which they train their own speech recognisers.
  shares-for-training:affiliates | Our sister companies may use your browsing data to train their models.
  shares-for-training:buyers | We grant licences to third parties that wish to train AI on our users' reviews.
  shares-for-training:model-providers | Prompts are passed on to the provider of the model, which may use them to improve it.
  restricts-training:model-providers | The company behind the language model has undertaken not to learn from our users' data.
  restricts-training:model-providers | None of our AI vendors may use your data for training.
  restricts-training:output | It is forbidden to distil our model or to train another on what it produces.
  restricts-training:output | Users must refrain from using generated images as training data.
  restricts-training:scraping | Bots that collect content for AI training are blocked and their use is forbidden.
  restricts-training:content | Our lesson plans may not be fed to artificial intelligence for training purposes.
  restricts-training:content | The licence does not include the right to train machine learning models on the fonts.
  restricts-training | No part of this archive may be used in the training of AI without our written licence.
  permits-training:content | You are welcome to train models on the sample data set.
  permits-training:output | The customer may train its own models with outputs.
  automated-decision | We refuse or accept orders on account by means of an automated credit check.
  automated-decision | Profiling determines which insurance tariff you are offered, and no human is involved.
  automated-decision | An algorithm decides whether your account is closed for suspected fraud, without human intervention.
  biometric-inference | AI estimates your age from a video selfie.
  biometric-inference | We use software that recognises emotions in your voice.
  biometric-inference | Face recognition groups photos of the same person.
  ai-feature | Try Quill, an assistant driven by generative AI.
  ai-feature | The app includes AI tools that write product descriptions for you.
  ai-label | Label content that was created with AI.
  ai-content-rules | Entries that were generated with AI will be disqualified.
  ai-disclaimer | Answers given by the AI may be wrong or out of date.
  ai-moderation | Machine learning helps us find and remove abusive comments.
  likeness-use | We may create a digital double of you and use it in advertising.
  ai-other | Our algorithm makes no decision about you on its own that has legal effect.
  ai-personalisation | Artificial intelligence chooses the articles that appear on your home page.
  ai-other | We employ AI to route your request to the right department.
  | We use your answers to develop better questionnaires.
  | The trainer app stores your weights and repetitions.
  | The shop trains apprentices in three trades.
  | A model of the building can be seen in the foyer.
  | Test drives can be booked online.
  | We learn about you from cookies and similar technologies.
  | Improve your skills with our training videos.
  | We work to improve the security of our systems.
  | You may opt out of the sale of your personal information.
  | The pricing model has changed.
  | We do not use your data for advertising.
  | Guide dogs in training are welcome.
  | Developers use test data to find errors.
  | Data is shared with service providers that help us to operate the platform.
  | The fashion models in our pictures have agreed to their publication.
  | Users who break these rules can be banned automatically after three strikes.
`);
