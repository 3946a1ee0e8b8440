import { phrasings } from '../phrasing.ts';

/**
 * Many registers, two sentences of each kind in turn: the first, third, fifth … were tuned on, the others were only ever
 * counted. Written, with what they say, before the rules were run on any.
 */
export const REGISTERS = phrasings(`
  trains-on:user-content | Your posts may find their way into the material from which our generative models are built.
  trains-on:user-content | We draw on the pictures people upload in order to teach our image models what the world looks like.
  trains-on:public-content | When you share something with everyone, it becomes part of what our AI learns from.
  trains-on:public-content | Public posts, public profiles and public comments go towards training the models behind our AI features.
  trains-on:ai-interactions | Chats with the assistant are a source of training data for us.
  trains-on:ai-interactions | What you ask the helper, and whether its answer was of use to you, flows back into the model.
  trains-on:usage-data | Telemetry from connected vehicles serves as the basis on which our driving models are trained.
  trains-on:usage-data | Which items you skip and which you play to the end is what our recommender is taught with.
  trains-on:voice-or-face | Dictations are retained for twelve months so that the recogniser can be retrained on them.
  trains-on:voice-or-face | The doll's microphone recordings may be employed by us for the purpose of advancing our speech models.
  trains-on:customer-data | Vendor reserves the right to use Customer Data in aggregated form in order to train, tune and validate its machine learning models.
  trains-on:customer-data | Customer grants Provider the right to process Customer Content for the purposes of developing and enhancing AI functionality offered to all customers.
  trains-on:private-messages | The wording of direct messages is made use of when we train the model that suggests replies.
  trains-on:private-messages | E-mails in your mailbox are fed, after removal of names, to the learning system that drafts answers.
  trains-on:deidentified-data | After de-identification, records of your treatment may be utilised for training diagnostic algorithms.
  trains-on:deidentified-data | We strip out names and addresses; what is left, the anonymised data, trains our fraud models.
  trains-on:profile | For training the matching model we rely on your profile, among other things.
  trains-on:profile | CVs submitted through the portal help our ranking model learn what a suitable applicant looks like.
  trains-on:third-party-data | Besides that, data licensed from third parties is used for training.
  trains-on:third-party-data | Our language models are trained, in part, on information from data brokers.
  trains-on:public-web | The corpus on which our model was trained consists largely of publicly available web pages.
  trains-on:public-web | To teach our models language, we gather publicly accessible information from the internet.
  trains-on:personal-data | The processing of personal data for the training of AI models is based on Article 6(1)(f) GDPR.
  trains-on:personal-data | Purpose of the processing: development of artificial intelligence by means of personal data of users.
  trains-on | We use the information we hold about you: >> to train, test and monitor our credit models using machine learning
  trains-on | Your information may be used to: >> build, teach and refine automated systems, including AI
  trains-on | How we use your data for AI ># We use it to make our models more accurate.
  trains-on | Data and AI ># Your activity helps teach our models.
  trains-on:user-content | You hereby licence us to use your creations for the development of AI.
  trains-on:user-content | The licence you grant extends to machine learning: we may train on what you publish here.
  trains-on:ai-interactions | By giving thumbs up or thumbs down, you help to train the assistant.
  trains-on:ai-interactions | We may look back at past prompts and completions when tuning the next generation of the model.
  trains-on:usage-data | Match statistics are used in the training of computer opponents.
  trains-on:usage-data | Log files are evaluated and serve for the further training of our anomaly detection model.
  trains-on:voice-or-face | Calls to customer service can be recorded and the recordings used to train our voice bot.
  trains-on:voice-or-face | From the selfies submitted for verification, our face matching model learns to tell a real person from a photograph.
  trains-on:customer-data | Unless otherwise agreed in an order form, Supplier may use Client Data for machine learning purposes.
  trains-on:customer-data | We may analyse customer data to create, train and improve models and features for the benefit of all our customers.
  trains-on:user-content | Essays that pupils hand in are used to improve the model that gives feedback on writing.
  trains-on:user-content | Homework that children photograph can be included in data sets with which we train our tutor AI.
  trains-on | It is in our legitimate interest to train AI with the data you provide.
  trains-on | We consider that we have a legitimate interest in using this information for the training of our AI.
  trains-on:personal-data | Yes. Personal information is one of the things our models are trained with.
  trains-on:personal-data | In short: we train AI with your personal data.
  trains-on:usage-data | Driving data and sensor data are transmitted to our servers, where neural networks are trained with them.
  trains-on:usage-data | The robot learns from how you use it, and so do all other robots through our shared model.
  trains-on:user-content | Mods, levels and skins that you upload can be turned into training material for our level generator AI.
  trains-on:user-content | Photos of receipts are used to teach our document reader, a machine-learning system.
  trains-on | Machine learning | Purchase records and payment behaviour | training of our risk models
  trains-on | Purpose: training of models for recognition of invoices. Data: documents you upload.
  trains-on:ai-interactions | It can happen that your inputs to the chat are used for the training of the artificial intelligence.
  trains-on:ai-interactions | The conversations with the digital helper are saved and are used for its further learning.
  trains-on:personal-data | We have updated this notice to say that we will use your personal information to train generative AI from 1 March.
  trains-on:personal-data | From this autumn, information about you will also be used to develop our AI.
  trains-on:user-content | Any feedback, designs or files you submit may be used by us without restriction, including to train AI.
  trains-on:user-content | Uploaded works may be reproduced for the purposes of computational analysis, including the training of generative models.
  trains-on:voice-or-face | Speech samples improve how well our transcription engine recognises dialects, because the engine is trained with them.
  trains-on:voice-or-face | We keep voice clips from the car's assistant to make its speech recognition better.
  trains-on:deidentified-data | Aggregated and pseudonymised meter readings are input for the training of our consumption forecasts.
  trains-on:deidentified-data | Hospitals in the network contribute de-identified scans for the training of the detection model.
  excludes | Your data is yours. We don't train on it.
  excludes | We make a simple promise: nothing you store with us ends up in a training set.
  excludes:customer-data | Customer Data shall under no circumstances be used for the purposes of training any artificial intelligence.
  excludes:customer-data | Provider undertakes that it shall neither use nor permit others to use Customer Data to train machine learning models.
  excludes:private-messages | Direct messages are off the table when it comes to training our models.
  excludes:private-messages | Nothing you write in a private message goes towards training AI.
  excludes:user-content | Your documents are never part of the data with which our models are trained.
  excludes:user-content | We do not, and will not, teach our AI with the stories you write here.
  excludes:ai-interactions | Inputs and outputs of the enterprise version are not retained and not used for model training.
  excludes:ai-interactions | In temporary chat, what you type is not used for teaching the model.
  excludes:voice-or-face | The toy does not send recordings anywhere, and they are not used to improve speech recognition.
  excludes:voice-or-face | Faces in your album are grouped on your phone; no face data is used to train our algorithms.
  excludes:personal-data | Training of AI models with personal data does not take place.
  excludes:personal-data | A use of personal data for training purposes of AI is excluded.
  excludes | Does the bank train AI with my data? No, we do not use your data to train AI.
  excludes | Is my work used for AI training? ># No. Your drawings are not used for this.
  excludes:user-content | The assistant reads your files to answer your question but does not learn from them.
  excludes:user-content | While AI summarises your documents, the documents themselves are not used to train it.
  excludes | Patient records are processed solely for treatment; they are not made available for AI training.
  excludes | Pupils' work is not, in any form, training material for artificial intelligence.
  excludes:customer-data | No Customer Data will be used to improve, train or fine-tune any model other than the one dedicated to Customer.
  excludes:customer-data | We process customer content without using it to train generative AI.
  excludes | Your account data isn't used in AI training, full stop.
  excludes | We have switched off training on your files for all accounts.
  excludes:profile | Your profile plays no role in training our models.
  excludes:profile | We keep profile information out of model training.
  excludes restricts-training:model-providers | Our AI vendors are contractually barred from training on your data.
  excludes restricts-training:model-providers | We require every AI provider we work with not to use your data to train their models.
  excludes restricts-training:model-providers | Third-party model providers do not get to train on your personal data; our agreements forbid it.
  excludes restricts-training:model-providers | Neither we nor our model providers train on customer data.
  excludes trains-on:public-content | We train on public posts, but not on your private messages.
  excludes trains-on:deidentified-data | We never train on identifiable patient data; only anonymised data is used to train our models.
  excludes | Use of your information for training AI: no.
  excludes | Model training | We do not use your content for this.
  excludes:usage-data | Location data is not among the data that trains our models.
  excludes:usage-data | Browsing history does not feed our AI models.
  excludes:personal-data | We have decided against using personal data for the training of AI.
  excludes:personal-data | We abstain from training our AI with your personal data.
  consent-required | We only train on your recordings if you tell us that is OK.
  consent-required | Training with your photos happens on an opt-in basis only.
  consent-required | Before we use your scans to train AI, we will ask for your consent.
  consent-required | Your calls will be used to train our voice bot solely if you have given your prior consent.
  consent-required excludes | Unless you have expressly agreed, we will not use your messages to train our AI.
  consent-required excludes | Your child's recordings are not used for training our models unless you, as a parent, allow it.
  consent-required excludes | Customer Data is not used to train models except with Customer's prior written consent.
  consent-required excludes | No photo is used for the training of our AI without the person's permission.
  consent-required | Help improve our AI (off by default): when on, your chats may be used to train our models.
  consent-required | You can decide to contribute your drawings to the training of our AI; nothing is used if you do nothing.
  consent-required | The legal basis for the training of our AI with your data is your consent (Art. 6(1)(a) GDPR).
  consent-required | If you have given your consent to it, your data will be used for the training of the AI.
  consent-required | Volunteers who sign up for the study allow us to train our models with their sleep data.
  consent-required | Sharing your journeys to help train our traffic model is voluntary and needs your agreement.
  opt-out:toggle | If you'd rather your chats weren't used to train our models, flip the switch next to "Improve the model".
  opt-out:toggle | Don't want your posts used for AI? Turn off the toggle "Use my posts to train AI".
  opt-out:account-setting | You decide: under Settings › Privacy › AI you can stop your posts from being used to train our models.
  opt-out:account-setting | To opt out of model training, visit your account settings.
  opt-out:form | Complete our objection form if you object to the use of your data for the training of AI.
  opt-out:form | Anyone who does not want their photos to be used to develop AI can submit a request with the form below.
  opt-out:email | Write to us at privacy@harrow.example if your recordings are not to be used for training.
  opt-out:email | Customers may opt out of the use of their data for machine learning by sending an e-mail to support.
  opt-out | You have the right to object, at any time, to your personal data being processed for the training of AI.
  opt-out | Pursuant to Article 21 GDPR you may object to the use of your data for the development of our AI models.
  opt-out:toggle | "Help make the assistant better" is switched on at the start; switch it off and we no longer train with your conversations.
  opt-out:toggle | Model improvement: on / off. When off, we do not train on your prompts.
  opt-out:not-offered trains-on | It is not possible to use the free version without your inputs being used to train the model.
  opt-out:not-offered trains-on | No option exists to exclude your content from AI training, short of closing your account.
  opt-out:not-offered trains-on | Users of the free plan cannot turn off training on their chats.
  opt-out:not-offered trains-on | Currently we offer no way of opting out of the use of public posts for AI training.
  opt-out excludes | If you opt out, we will not use your content to train our models.
  opt-out excludes | Once you have objected, your photos will no longer be used to train AI.
  opt-out | Your school can ask us to leave its pupils' essays out of the training of our models.
  opt-out | Want out? You can tell us at any time to keep your recordings out of AI training.
  forward-only | If you turn training off, what our models have learned from you so far is not undone.
  forward-only | Deleting your account has no effect on models trained before the deletion.
  forward-only | Your choice applies to future training only; it cannot be applied to training that is finished.
  forward-only | Data that was already used to train a model cannot be taken out of it when you opt out.
  human-review | A small number of chats is read by trained staff in order to improve our models.
  human-review | To train the speech model, contractors listen to and write down a sample of recordings.
  human-review | People may look at your pictures and label them so that our AI can learn from them.
  human-review | Reviewers see some of your conversations, disconnected from your account, when we train our assistant.
  shares-for-training:partners | We may pass public posts on to partners for the training of their AI.
  shares-for-training:partners | Third parties with whom we share data may use it to train their own artificial intelligence.
  shares-for-training:affiliates | Our affiliates may use the information we share with them for the purpose of training their AI models.
  shares-for-training:affiliates | Within our group of companies, data is exchanged so that every group company can train its AI with it.
  shares-for-training:buyers | We sell licences to our photo archive to buyers that train image generators with it.
  shares-for-training:buyers | Licensees of our data may use your reviews in the training of large language models.
  shares-for-training:model-providers | Questions to the assistant are forwarded to our AI provider, who may use them to train its models.
  shares-for-training:model-providers | The company that supplies the language model may keep your prompts and learn from them.
  restricts-training:scraping | You agree not to scrape, crawl or otherwise harvest our pages to build data sets for artificial intelligence.
  restricts-training:scraping | Automated extraction of listings for use in training AI is strictly forbidden.
  restricts-training:scraping | It is not permitted to use bots to gather posts for the purpose of machine learning.
  restricts-training:scraping | We do not allow anybody to crawl the service so as to obtain data for training language models.
  restricts-training:output | Outputs may not be employed to develop competing models.
  restricts-training:output | Customer will not use Output, directly or indirectly, to create, train or improve any AI model.
  restricts-training:output | Don't use what our AI produces to train another AI.
  restricts-training:output | You shall not, and shall not allow anyone to, use generated results for training a model of your own.
  restricts-training:content | Using our articles as training data for AI requires a licence.
  restricts-training:content | Without our prior written permission, no text on this website may serve to train artificial intelligence.
  restricts-training:content | All rights reserved, including those for text and data mining, AI training and similar technologies.
  restricts-training:content | Except where we have agreed otherwise in writing, our photographs must not be used for the training of AI.
  restricts-training:content | Subscribers shall not use the database to develop, train or otherwise improve any machine learning tool.
  restricts-training:content | Users may not download songs for the purpose of teaching a music generator.
  restricts-training | The API may not be used: >> for training or benchmarking AI models
  restricts-training | You must not: >> use any part of the game to train an AI
  restricts-training:content | The publisher expressly opts out of the use of its works for text and data mining under Article 4.
  restricts-training:content | Feeding our exam questions into AI systems for training is a violation of these terms.
  permits-training:content | You may use our open data set to train machine learning models.
  permits-training:content | Researchers are allowed to train models on the archive free of charge.
  permits-training:output | Outputs may be used by you to train your own models.
  permits-training:output | You are free to fine-tune other models with the results.
`);
