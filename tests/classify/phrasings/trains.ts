import { phrasings } from './phrasing.ts';

/** The platform, or somebody it hands data to, teaches. */
export const TRAINS = phrasings(`
  trains-on | We may use account and transaction records to train the fraud-scoring models that protect your card.
  trains-on:personal-data | Personal information is processed for the development and training of our artificial intelligence.
  trains-on:usage-data | Telemetry from the app helps us refine the machine learning that predicts what you will need next.
  trains-on:ai-interactions | Your prompts and the answers you receive may be used to make our models better.
  trains-on:ai-interactions | What you type to the assistant teaches it to give better answers.
  trains-on:voice-or-face | Recordings of your voice are fed into our speech models so that they understand more accents.
  trains-on:user-content | Photos uploaded by members serve as training data for our image generator.
  trains-on:user-content | Content on the site forms part of the datasets on which our neural networks are trained.
  trains-on | By posting a review you give us the right to use it for machine learning purposes, including training.
  trains-on:user-content | You grant us a licence to reproduce your submissions in order to develop, test and enhance generative AI.
  trains-on:customer-data | Customer Data may be used by Brightdesk to train and improve the machine learning models underlying the Service.
  trains-on:customer-data | Provider may use Customer Data in de-identified form to train its algorithms.
  trains-on:deidentified-data | De-identified health records help our researchers build predictive models.
  trains-on:deidentified-data | Aggregated and anonymised trip data is used to train our demand forecasting models.
  trains-on:private-messages | Messages you exchange with other members may be analysed to train our moderation models.
  trains-on:public-web | We train our large language model on publicly available information from the internet.
  trains-on:third-party-data | Some of the data our models learn from is licensed from third parties.
  trains-on:profile | Your profile and match history are used to train the algorithm that suggests people to you.
  trains-on:usage-data | Our recommendation algorithms learn from your viewing history.
  trains-on:usage-data | The autopilot software learns from the driving data your car sends us.
  trains-on:ai-interactions | We retain conversations with the virtual agent for up to a year to train and evaluate it.
  trains-on:ai-interactions human-review | Trained reviewers may read a sample of chats in order to improve our language models.
  trains-on | We use your information to: >> develop new features, including by training machine-learning models
  trains-on:personal-data | Purposes of processing ># Training and improving our AI models
  trains-on:user-content | How we train our models ># We use pictures that our members have sent us.
  trains-on:public-content | What our AI learns from ># Our models are trained on: >> public posts and comments
  trains-on:ai-interactions | To train our AI we use the following categories of data: >> questions you ask the chatbot
  trains-on | The legal basis for using your data to train our AI is our legitimate interest in offering a better product.
  trains-on | We rely on legitimate interests when we process learners' essays to improve our automated grading model.
  trains-on:usage-data | Gameplay data, such as moves and scores, trains the bots you play against.
  trains-on:voice-or-face | Face images collected at the gate are used to improve the accuracy of our matching algorithm.
  trains-on:voice-or-face | With the audio clips we receive we tune our wake-word detection model.
  trains-on:user-content | Documents you store with us may be scanned to train the classifier that sorts them.
  trains-on:user-content | The Company may use User Content for training artificial intelligence systems owned by the Company.
  trains-on:user-content | We also analyse listings with machine learning, and use them to train those systems.
  trains-on:personal-data | Starting 1 March 2027 we will begin using your data to train our generative models.
  trains-on:personal-data | From next month, the information in your account will help train Nimbus, our AI companion.
  trains-on:usage-data | Log data helps to improve the AI that powers search.
  trains-on | Data shared with us under this agreement may be incorporated into the training sets of our models.
  trains-on:ai-interactions | Feedback you submit, such as a thumbs up, is used to fine-tune the assistant.
  trains-on:ai-interactions | When you rate a reply, we store the entire related conversation and may use it for training our models.
  trains-on:user-content | Our licence to your content extends to machine learning and the training of AI.
  trains-on:personal-data | We process booking histories for the purpose of training algorithms that set prices.
  trains-on:user-content | Your drawings may become part of a dataset used for AI training.
  trains-on:usage-data | Vehicle sensor data is used for the development of automated driving systems, including machine learning.
  trains-on:personal-data | To the extent permitted by law, we use personal data to create, train, validate and test AI systems.
  trains-on:private-messages | We use the contents of support calls and chats to train AI that helps our agents.
  trains-on:personal-data | We use data about you in order that our models become more accurate over time.
  trains-on:usage-data | Insights from your purchase history improve our personalisation models.
  trains-on:user-content | Text, images and code you submit to Quillbox are used by Quillbox to advance its AI research and models.
  trains-on:customer-data | Unless your organisation is on the Enterprise plan, customer content may be used to train models.
  shares-for-training | We license our archive of forum posts to companies that train large language models on it.
  shares-for-training:partners | We may share your content with third parties who use it to train their own artificial intelligence.
  shares-for-training:affiliates | Our parent company may use this data to train its AI models.
  shares-for-training:partners | Data may be sold to AI developers for the purpose of training their models.
  shares-for-training:model-providers | Prompts are passed to our AI provider, which may use them to improve its models.
  shares-for-training | Selected partners receive de-identified scans so that they can develop and train diagnostic algorithms.
  shares-for-training | We disclose recordings to vendors, who may retain them in order to train their speech technology.
  permits-training | You may use the open dataset to train machine learning models, provided you credit us.
  human-review trains-on | Employees and contractors listen to a small share of recordings to improve speech recognition.
  forward-only opt-out | You can object to AI training at any time; models already trained will not be changed.
  forward-only | Opting out does not remove your data from models that have already been trained.
  trains-on | Content may be used by us, our affiliates and our partners to develop AI technologies.
`);
