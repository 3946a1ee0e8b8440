import { phrasings } from './phrasing.ts';

/** The manner of particular lines of business: banks, health, games, software, airlines, dating, schools, telecom, shops, cars. */
export const INDUSTRIES = phrasings(`
  trains-on | We may process your transaction data in order to build and calibrate credit risk models using machine learning.
  trains-on:usage-data | To protect customers against scams, our algorithms are trained on past payment behaviour.
  ai-other | Your application may be declined automatically by a scoring system without human involvement.
  excludes | Your account balance is never used to train third-party AI.
  trains-on:deidentified-data | Clinical notes, once de-identified, may be used to develop and validate artificial intelligence for diagnosis.
  excludes | We do not use identifiable patient information to train AI without your written authorization.
  trains-on | Images from your scans may be added to the library from which our algorithms learn.
  ai-other | The symptom checker uses AI and does not replace a doctor.
  excludes | What you tell your therapist in the app stays private and is not used in developing AI.
  trains-on | We record matches to train non-player characters that behave like real people.
  restricts-training | You may not use bots, cheats, mods, or machine-learning tools trained on our games.
  restricts-training:content | You shall not use game assets, including art, sound and text, as input for training any AI.
  ai-other | Voice chat is moderated by AI to detect hate speech.
  trains-on:user-content | Player-created levels may be used by us to train generative tools.
  excludes:personal-data | The Processor shall not use Personal Data to develop, train or improve artificial intelligence for its own purposes.
  excludes:customer-data | Neither Party's AI vendors train on Customer Data.
  trains-on:customer-data | Customer grants Vendor a perpetual right to use Customer Data in anonymised form for improving its machine-learning models.
  opt-out | Customers may opt out of data sharing for model improvement by contacting their account manager.
  consent-required | Admins can opt in to sharing workspace content for model training; by default it is not shared.
  excludes:customer-data | By default, we do not train on data from our business products.
  restricts-training:model-providers excludes | Sub-processors that provide generative AI have agreed not to train on our customers' data.
  excludes | Zero data retention applies: the model vendor neither stores your prompts nor trains on them.
  trains-on:usage-data | Flight searches and bookings are used to train models that forecast demand.
  trains-on:ai-interactions | Transcripts of chats with our virtual travel agent are kept to improve its underlying AI.
  ai-other | At some airports we offer boarding by facial recognition.
  trains-on:user-content | Photos on your dating profile may be used to train systems that detect fake accounts.
  trains-on:private-messages | We scan messages in order to teach our safety classifiers to recognise harassment.
  opt-out | If you do not wish your photos to be used for AI training, tell us in the app.
  ai-other | Our algorithm suggests matches based on your preferences and uses AI to rank them.
  trains-on | Essays that students submit for checking become part of the data that trains our detector.
  excludes | Pupil data will never be used to train or improve generative AI products.
  consent-required | Schools must agree in writing before we use class recordings to train our models.
  trains-on | Learning analytics built on your quiz results help us train adaptive algorithms.
  trains-on:usage-data | Network data is used to train models that predict outages.
  trains-on:voice-or-face | When you call us, a recording may be used to train our voice bots.
  opt-out | Tell the agent if you do not want your call to be used for training our speech AI.
  trains-on | Shopping baskets and returns teach our systems what to recommend.
  trains-on | Reviews may be used, in whole or part, to develop AI features and the models behind them.
  trains-on | Cameras in our stores collect footage from which we train checkout-free shopping models.
  trains-on | Your car uploads video clips that are used to improve its self-driving neural networks.
  opt-out:account-setting | You can stop sharing driving video for AI training in the car's menu under Settings, Data.
  excludes | The in-car assistant does not use your conversations to train its language model.
  trains-on:public-content | Anything you post publicly on the service could end up in the training data of our AI.
  trains-on:user-content | You hereby allow us to use your uploads to train AI, royalty-free.
  trains-on:user-content | The rights you grant include using your content with machine learning and artificial intelligence tools, for training and otherwise.
  restricts-training:output | Outputs may not be used as training material for rival systems.
  restricts-training:scraping | No scraping, crawling or harvesting for AI training purposes.
  restricts-training | Text and data mining of this website, including for training AI, is reserved under Article 4 of the DSM Directive.
  restricts-training:content | Photographers keep all rights; the pictures are not licensed for AI training.
  restricts-training:content | Developers agree that they will not use API data to train models, except models used only in their own application.
  permits-training | Researchers are allowed to use the corpus for training non-commercial language models.
  shares-for-training:affiliates | We share usage data with companies in our group so that they can improve their AI.
  shares-for-training:buyers | We sell licences to our archive to buyers who train AI on it.
  shares-for-training:partners | Your public posts may be made available to AI companies under licence, for training their models.
  excludes | We do not sell or share your data with others for AI training.
  excludes | We will not share your data with third parties so that they can train AI models.
  opt-out | To withdraw your works from AI training, fill out the form below.
  opt-out:email | Send an e-mail to object to AI training.
  opt-out | Your choices regarding AI training ># Use the control in your profile to say no.
  opt-out | We use posts to train AI. If you'd prefer us not to, let us know.
  opt-out:not-offered | AI training cannot be switched off for free accounts.
  forward-only | Changes to this setting only affect future AI training.
  forward-only opt-out | If you opt out, we will stop using your new chats for training, but data already used cannot be removed from our models.
  human-review | People may look at your prompts and the answers to them to make the model safer.
  trains-on | Legitimate interests: >> improving and training our recommendation engine
  trains-on | We use cookies and similar technologies to train the algorithms that choose which ads you see.
  ai-other | Cookies help our AI-powered search show relevant results.
  ai-other | Ads may be created with the help of generative AI.
  trains-on | Advertisers' creatives may be used to train our ad-generation models.
  | We use a risk model approved by the regulator to set your interest rate.
  | Our cabin crew training academy collects applicants' data.
  | The seat model and layout may vary by aircraft.
  | We tailor a training programme to your fitness goals.
  | Doctors in training may attend your appointment if you agree.
  | Your teacher may use your work as an example in class.
  | A data model of your account is created when you import contacts.
  | Test drives are recorded to improve our service.
  | We use your payment history to improve our products.
  | Our network is built and tested to high standards.
  | The toggle lets you opt out of personalised ads.
  | You can object to direct marketing at any time.
  | We will never sell your data.
  | Learn from experts in our free webinars.
  | Trained guide dogs are welcome in all our stores.
  | Prototype models of the car are tested on public roads.
  trains-on | Your transactions help us develop our machine-learning risk models.
  | Payments are analysed for general business purposes, such as improving risk models and products.
  trains-on | Client authorises the Agency to use anonymised listings for benchmarking, analytics and machine learning.
  trains-on | Conversations with the AI chat may be analysed and used for fine-tuning.
  opt-out | You may revoke the right to use your sketches for model training at any time.
`);
