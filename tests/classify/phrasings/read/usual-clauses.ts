import { phrasings } from '../phrasing.ts';

/** Clauses as many companies have them, in usual words; written before the rules were run on any of them. */
export const USUAL_CLAUSES = phrasings(`
  trains-on:customer-data | Customer grants Provider a non-exclusive, royalty-free right to use Customer Data to develop, test, and improve the Services, including the machine learning models underlying the Services.
  excludes:customer-data | Provider shall not use Customer Data to train, retrain, or fine-tune any artificial intelligence model made available to other customers.
  trains-on:deidentified-data | We may aggregate or de-identify the information we collect and use it to train our algorithms and for any other lawful business purpose.
  opt-out:email trains-on | If you do not want your content to be used to improve our AI models, please email us at privacy@fernley.example and we will remove it from future training.
  opt-out:form | To opt out of the use of your data for AI training, complete this form.
  restricts-training:scraping | You may not use any robot, spider, or other automated means to collect data from the Site for purposes of training machine learning or AI models.
  restricts-training:output | Customer shall not use Output to develop models that compete with the Services.
  consent-required | With your permission, we may use your voice recordings to train and improve our speech recognition technology.
  ai-other | Certain features of the Services are powered by generative AI and may produce inaccurate results.
  ai-other | You are responsible for reviewing all AI-generated content before you rely on it.
  excludes:ai-interactions | Prompts and outputs are not used to train our models or those of our third-party providers.
  shares-for-training:partners | We may license content posted on the Platform to third parties, including for the purpose of training artificial intelligence.
  trains-on:user-content | By submitting Content, you grant us a worldwide, perpetual licence to use it for machine learning and the development of AI tools.
  | Our employees receive regular training on privacy and information security.
  | Calls may be recorded for quality assurance and training purposes.
  trains-on:usage-data | We use log data and information about how you interact with the Services to train the models that rank your search results.
  trains-on:personal-data | Legitimate interests: to develop new products and features, including training our AI systems.
  opt-out:toggle trains-on:ai-interactions | We use your conversations to improve our models unless you turn off "Help improve Larkspur" in Settings.
  forward-only | Opting out will not affect models that have already been trained.
  human-review | Authorised reviewers may read a sample of conversations in order to improve the quality of our AI.
  excludes:private-messages | Direct messages are never used for training.  Our AI models are trained on public posts only.
  trains-on:public-content | Our AI models are trained on public posts only.
  ai-other | We use automated tools, including AI, to detect fraud and prohibited content.
  automated-decision | Your application may be rejected by a fully automated process that includes profiling.
  trains-on:third-party-data | We obtain datasets from commercial providers in order to train our models.
  | We use your information to improve and personalise our Services.
  consent-required trains-on | We will only use photos from your camera roll to improve our AI if you choose to share them for that purpose.
  opt-out:account-setting | You can manage whether your data is used to train our AI under Account > Privacy.
  trains-on:profile | Information from your profile, such as your job title and skills, is used to train the models that power our recommendations.
  excludes | No personal data is used in the training of the model.
  restricts-training:content | Except as expressly authorised by us in writing, you may not use the Materials in connection with the development of any software program, including training a machine learning or AI system.
  trains-on:public-web | Our models are trained on publicly available data, including data collected from the open web.
  excludes:customer-data | Your workspace data stays yours: it is not used for model training.
  | The business model of the Company depends on subscriptions.
  ai-other | Our chatbot is provided by a third-party AI vendor, which processes your messages on our behalf.
  restricts-training:model-providers | Our AI sub-processors are contractually prohibited from using Customer Data to train their models.
  trains-on:ai-interactions | When you rate a response, the conversation and your feedback may be used to fine-tune the assistant.
  shares-for-training:affiliates | We share personal information with our affiliates so that they can develop and train their artificial intelligence models.
  opt-out:not-offered | At this time there is no option to exclude individual posts from AI training.
  trains-on:voice-or-face | Video selfies may be retained and used to train our face verification models.
  excludes trains-on | While we use transaction data to train our fraud models, we do not use the content of your messages for this purpose.
  trains-on | We process your personal data in order to train and validate algorithms that predict demand.
  consent-required | Studies: where you have enrolled in a research study, your health data may be used to train diagnostic models in accordance with the consent you gave.
  ai-other | AI Summaries: we use large language models to summarise reviews.
  | Machine washable. Personal trainers listed on the Platform are independent contractors.
  trains-on:user-content | Files you upload to the free plan may be used for model improvement.
  excludes:user-content | Files uploaded under a paid plan are excluded from model improvement.
  restricts-training:scraping | Automated extraction of data for AI, machine learning, or text and data mining is strictly prohibited.
  trains-on:personal-data opt-out | We rely on our legitimate interest to use your personal data for AI development; you have the right to object at any time.
  trains-on:customer-data | Provider may use Usage Data and Customer Content to train, improve, and enhance its proprietary models during and after the Term.
  excludes | We have updated our Terms to make clear that we do not train AI on your work.
  trains-on:usage-data | Telemetry from your vehicle, including camera clips, helps train the neural networks behind our driver assistance.
  ai-label | Content that was generated or edited with AI carries a label.
  likeness-use | You permit us to use your name, image and voice to create synthetic versions of you in advertising.
  trains-on:ai-interactions | We store your prompts for 30 days, after which de-identified prompts may be added to our training data.
  permits-training:output | You may use Output to train your own models, provided they do not compete with ours.
  excludes:personal-data | For the avoidance of doubt, Personal Data processed on behalf of customers is not used to train generative models.
  | We may analyse trends to train our sales staff and to develop our business.
  trains-on | Improve our Services, for example by training the technology that recognises objects in pictures.
  consent-required | Beta participants: by joining the programme you agree that your sessions may be used to train the assistant. Others' sessions are not used.
`);
