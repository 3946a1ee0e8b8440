import { pairs } from './pairs.ts';

/** Lines of "topic | changes | before | after", written before the rules were run on any; the first, third, fifth … were tuned on. */
export const REGISTER_PAIRS = pairs(`
  ai-training | +trains-on | Photos you upload are stored in your album. | Photos you upload are stored in your album and serve as training material for our image model.
  ai-training | +trains-on | Recordings are deleted after seven days. | Recordings are kept for a year, during which our speech recogniser is trained with them.
  ai-training | -excludes | Your files are never used to teach our AI. We encrypt them. | We encrypt your files.
  ai-training | -excludes | Nothing you dictate goes into the training of our models. Dictations are deleted at once. | Dictations are deleted at once.
  ai-training | +excludes | Pupils' essays are visible to their teacher only. | Pupils' essays are visible to their teacher only and are not used as training data for AI.
  ai-training | +excludes | We treat patient data as confidential. | We treat patient data as confidential. In particular, no patient data is used for the training of AI.
  ai-training | +trains-on -excludes | We do not train our models on your chats. | We train our models on your chats.
  ai-training | +trains-on -excludes | Customer Data is not used for the training of AI models. | Customer Data may be used for the training of AI models.
  ai-training | ~trains-on | Prompts may be used for the training of our models. | Prompts are used for the training of our models.
  ai-training | ~trains-on | We can use your trips to train our traffic model. | We use your trips to train our traffic model.
  ai-training | +opt-out | Your posts are used in the training of our models. | Your posts are used in the training of our models. You may object to this at any time.
  ai-training | +opt-out | We train our recommender with what you listen to. | We train our recommender with what you listen to. If you do not wish this, switch it off in the settings.
  ai-training | -opt-out | We train our AI with your photos. If you don't want that, let us know with this form. | We train our AI with your photos.
  ai-training | -opt-out | Chats help train our assistant. You can turn this off. | Chats help train our assistant.
  ai-training | +consent-required | We use your X-rays to train the detection model. | If you agree, we use your X-rays to train the detection model.
  ai-training | +consent-required | Calls are used to train the voice bot. | Calls are used to train the voice bot, provided you have consented.
  ai-training | -consent-required | With your permission we train our face filter AI with your selfies. | We train our face filter AI with your selfies.
  ai-training | -consent-required | Only where parents have agreed are drawings used to train our AI. | Drawings are used to train our AI.
  ai-training | +trains-on:voice-or-face | We use typed questions to train the assistant's language model. | We use typed questions and voice recordings to train the assistant's language model.
  ai-training | +trains-on:private-messages | Our models learn from public posts. | Our models learn from public posts and private messages.
  ai-training | -trains-on | Data is used for billing, for support and for the training of AI. | Data is used for billing and for support.
  ai-training | -trains-on | We process log data to keep the service secure and to train anomaly detection models. | We process log data to keep the service secure.
  ai-training | +shares-for-training | We share reviews with search engines. | We share reviews with search engines and with partners who use them to train AI.
  ai-training | +shares-for-training | Data stays within the group. | Data stays within the group, whose companies may use it to train their AI models.
  ai-training | +restricts-training | You may not copy articles. | You may not copy articles or use them to train artificial intelligence.
  ai-training | +restricts-training | Bots are not welcome here. | Bots are not welcome here, least of all those that collect data for the training of AI, which is prohibited.
  ai-training | -restricts-training | You shall not use Output to train models that compete with ours, nor resell it. | You shall not resell Output.
  ai-training | -restricts-training | The use of our photos for training AI is prohibited, as is their resale. | The resale of our photos is prohibited.
  ai-training | +human-review | We improve our speech model with recordings. | We improve our speech model with recordings, some of which our staff listen to.
  ai-training | +human-review | Conversations help us train the model. | Conversations help us train the model; reviewers read a few of them.
  ai-training | +forward-only | You can withdraw from AI training at any time. | You can withdraw from AI training at any time. Models already trained remain unchanged.
  ai-training | +forward-only | Objecting stops the use of your posts for training AI. | Objecting stops the use of your posts for training AI from then on; it does not undo past training.
  ai-training | +opt-out:not-offered -opt-out | You can choose whether your chats are used for training our models. | Users of the free plan cannot choose whether their chats are used for training our models.
  ai-training | ~trains-on | We use posts of adults in Canada to train our AI. | We use posts of adults in Canada and Brazil to train our AI.
  ai-training | ~excludes | We do not use your files to train AI. | We do not use your files to train AI unless you share them publicly.
  ai-training | ~trains-on | We train our models with what you write, other than medical questions. | We train our models with what you write.
  ai-training | +trains-on | We use machine learning to detect fraud. | We use machine learning to detect fraud and train it with your transactions.
  ai-training | +trains-on | The vacuum maps your home. | The vacuum maps your home, and the maps are used to train the navigation model.
  ai-training | +excludes | We use AI to answer questions about your bill. | We use AI to answer questions about your bill; it is not trained on your data.
  ai-training | +excludes +restricts-training | Questions are sent to our AI provider. | Questions are sent to our AI provider, which must not train on them.
  ai-other | | Our doctors read your scans. | Our doctors read your scans with the help of AI.
  ai-other | | You can write to our support team. | You can write to our support team or chat with our AI assistant.
  ai-other | | Captions are written by our editors. | Captions are written by AI and may be wrong.
  ai-other | | Applications are read by a person. | Applications are assessed solely by automated means.
  ai-other | | Pictures may be edited. | Pictures may be edited; those made with AI carry a label.
  ai-other | | The doorbell tells you that someone is there. | The doorbell uses facial recognition to tell you who is there.
  | | Our staff are trained once a year. | Our staff are trained twice a year on data protection.
  | | We store your training plan. | We store your training plan and your weight.
  | | We use your feedback to improve the app. | We use your feedback to improve the app and our support.
  | | Choose a contract model. | Choose a contract model and a term.
  | | You can opt out of e-mails. | You can opt out of e-mails and letters.
  | | The course takes five days. | The course on data analysis takes six days.
  | | We train our models with your posts. Learn more. | We train our models with your posts. Find out more.
  | | We do not train AI on your files. Files are stored in Oslo. | We do not train AI on your files. Files are stored in Bergen.
  | | You may not use our content to train AI. You may print it. | You may not use our content to train AI. You may print or e-mail it.
  | | We use your chats to train our models. Chats are kept for a year. | We use your chats to train our models. Chats are kept for two years.
  | | You can switch off the training of our AI with your data. Ask us if you need help. | You can switch off the training of our AI with your data. Write to us if you need help.
  | | The device model is shown on the box. | The device model and colour are shown on the box.
  | | Recordings of calls are used to train our staff. | Recordings of calls are used to train and coach our staff.
  | | Learn from others in our forum. | Learn from others in our forum and groups.
`);
