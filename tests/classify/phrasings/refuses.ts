import { phrasings } from './phrasing.ts';

/** Promises, consents, ways out and rules for others. */
export const REFUSES = phrasings(`
  excludes:customer-data | Brightdesk does not use Customer Data to train AI models.
  excludes:customer-data restricts-training | Brightdesk shall not use, and shall not permit its subprocessors to use, Customer Data for training AI models.
  excludes:customer-data | Vendor will not use Customer Data to train, retrain or improve any foundation model.
  excludes:user-content | Your files are yours: we never train AI on them or on any other content.
  excludes:user-content | Under no circumstances will your documents be used for the training of machine learning models.
  excludes:private-messages | Private messages are excluded from AI training.
  excludes:private-messages | Neither we nor our providers use your private chats to train AI.
  excludes:ai-interactions | Prompts are not stored and not used for training.
  excludes:ai-interactions | Inputs and outputs are not used to train the underlying language model.
  excludes:ai-interactions | Our AI provider does not use your prompts to train its models.
  excludes | None of your health information is used to develop or train AI.
  excludes restricts-training | We do not allow any third party to train its models on your data.
  excludes:customer-data | Nothing in this agreement permits the Supplier to use Customer Data to train artificial intelligence.
  excludes:voice-or-face | Voice recordings are deleted after transcription and are not used to improve speech models.
  excludes | The assistant answers from your documents without learning from your data.
  excludes:customer-data consent-required | Customer Data will not be used to train generative models unless Customer agrees in writing.
  excludes | Your information stays in your workspace and is not used for model training.
  excludes | We have stopped using customer records to train our models.
  excludes | We refrain from using patients' data for the training of AI.
  excludes | What we do not do: >> use your data to train AI models
  excludes | What we never use for AI training ># The following is left out: >> contents of private messages
  excludes | We will not: >> sell your data; or use it to train machine learning models
  excludes | Student data may not be used by us to train AI.
  excludes | No. Your conversations are not used to train our models.
  consent-required | We train our models on your recordings only if you have given us your explicit consent.
  consent-required | We only use your content to train AI if you opt in.
  consent-required | If you choose to take part in the improvement programme, your chats will be used to train our assistant.
  consent-required | With your consent, we use your voice samples to train our speech recognition models.
  consent-required excludes | We will not use your photos to train AI without your permission.
  consent-required | Only where you have switched on "Help improve our AI" do we use your prompts to train our models.
  consent-required | Use of your genetic data for training algorithms requires your separate consent.
  consent-required | Training of our models on learner work is off by default and takes place only after a guardian opts in.
  opt-out | You may opt out of having your data used for AI training.
  opt-out:account-setting | To stop us from using your content to train AI, go to Settings, Privacy and turn off Model improvement.
  opt-out:email | If you object to your data being used for training AI, write to privacy@quillbox.example by e-mail.
  opt-out:form | To object to the use of your posts for training our models, please complete this form.
  opt-out:toggle | Use the toggle "Improve the model for everyone" to prevent your chats from being used for training.
  opt-out | We may use your listings to train our AI models unless you tell us not to.
  opt-out | You can choose not to let us use your voice recordings to improve our speech models.
  opt-out | You have the right to object to processing of your data for the purpose of training artificial intelligence.
  opt-out | Artists can request that their works be removed from the training data of our models.
  opt-out | Members in the EU can decide whether their posts are used for training generative AI.
  opt-out | Workspace owners may contact us to have their data excluded from the training of our global models.
  opt-out | Data is used to improve our AI models. If you would rather it were not, disable data sharing in your account.
  opt-out:not-offered | It is not possible to opt out of the use of your public posts for AI training.
  opt-out:not-offered | You cannot opt out of AI training.
  restricts-training | You may not use the Service or its content to train, fine-tune or otherwise develop an AI model.
  restricts-training:scraping | Scraping the site in order to build data sets for machine learning is forbidden.
  restricts-training:scraping | Licensee shall not harvest data from the Platform for the purpose of training artificial intelligence.
  restricts-training:output | You agree not to use output to develop models that compete with ours.
  restricts-training:output | Customer shall not use Output to train any model other than as permitted herein.
  restricts-training | Developers must not use data obtained through the API to train machine learning models.
  restricts-training | All rights are reserved, including those for text and data mining, AI training and similar technologies.
  restricts-training | No part of this site may be used to train artificial intelligence.
  restricts-training | Users are prohibited from feeding articles from this newspaper into generative AI tools.
  restricts-training | Any use of our texts to train generative AI is expressly prohibited without a licence.
  restricts-training | Except as permitted in writing, you will not use any content for the training of AI.
  restricts-training | Subscriber will not, and will not allow others to: >> use the data to create or train a machine learning model
  restricts-training | The following are strictly forbidden: >> using images from the catalogue as training data for AI
  restricts-training | Prohibited conduct ># Using our content to train large language models
  restricts-training:model-providers excludes | We contractually prohibit our AI vendors from using your data to train their models.
  restricts-training:model-providers excludes | Our agreements with providers of language models forbid them to train on your data.
  restricts-training | No further rights are granted, including any right to use user content for training a machine learning model.
  restricts-training | The licence does not include the right to use the fonts to train AI.
  restricts-training | Robots used to gather content for training language models must obey our robots.txt.
  restricts-training | You shall not permit any third party to use the Materials for training an algorithm.
  restricts-training | Publisher reserves the right to object to the use of the works for text and data mining.
  excludes restricts-training | Our contracts restrict transcription vendors from using your lectures to train models of their own.
  excludes restricts-training | The hosting firms we work with are vendors and are restricted from training AI on your recipes.
  excludes consent-required | Harbourline will not fine-tune any model with Customer Data without Customer's prior permission.
  excludes opt-out | Sketches are not used to train any AI model, and you can ask us to exclude your account from statistics as well.
  restricts-training | Subscribers shall not use, or help anyone to use, the tables on this site to train a machine learning model.
  restricts-training | Using the archive in order to build a dataset for machine learning is prohibited.
  restricts-training | Under our AI scraping rules, collecting recipes by bot is prohibited.
  excludes restricts-training | Our agreements do not authorise the transcription provider to keep your lectures for training its own models.
  | If you ask that your manuscripts not be used for training, choose the archive plan.
  excludes | Drafts in your desk are off limits for AI training.
  opt-out | To request that your invoices not be used for model training, contact support.
  consent-required | Voice clips of pupils are used to improve our speech models only with parental consent.
  restricts-training | Our photographs are not available for AI training without a licence.
  excludes consent-required | Tidebook never trains a model on your logbook unless you explicitly consent in writing.
  excludes consent-required | Subcontractors do not use your plans to train AI unless specifically authorised.
  excludes | Customer prompts are never logged, and do not contribute to model training.
  excludes | Fernhill does not intentionally use your letters to train AI models.
  restricts-training | Any use of the atlas in an AI training dataset is considered a breach of this licence.
`);
