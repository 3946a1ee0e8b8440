import { phrasings } from './phrasing.ts';

/** What lies close to the line, on either side: the words of one meaning in the dress of another. */
export const CLOSE_CALLS = phrasings(`
  | We use your feedback to build better products.
  | We analyse crash reports to improve the stability of the app.
  | We use the information you provide to create your account and develop our business.
  | Our team develops training courses with the material you send.
  | We collect information to test new features and to develop new services.
  | You may download the material and use it to train your colleagues.
  | The trainer of your choice receives your contact details.
  | We work with agencies to train guards at our events.
  | To improve your experience, we create a profile of your interests.
  | You can object to the processing of your data for research.
  | The data model of the API is described in the documentation.
  | We may create aggregated data sets that do not identify anyone.
  | Your subscription includes access to our library of training videos.
  | We use algorithms to sort the list of hotels.
  | Retain a copy of the model contract for your records.
  | The bank's operating model is described in the annual report.
  | Users may not share answers to the tests of the training programme.
  | We share information with companies that help us improve our services.
  | You choose whether your profile is visible to others.
  | You can turn off location in the settings of your phone.
  | If you consent, we use cookies to measure how our site is used.
  | We do not use your data to build profiles of you for advertising.
  | Our educational content teaches children to read with your help.
  | Learners and teachers develop skills together using our materials.
  | We evaluate our suppliers every year.
  | Your comments help us improve the quality of our courses.
  | Updates to the app may change how your data is stored.
  | We may update the privacy notice to reflect new services.
  | Contractors must complete data-protection training before they may see your data.
  | In developing our services we follow the principle of privacy by design.
  | Weather models are provided by the national institute.
  | Anti-spam filters scan your messages for malware.
  ai-other | You may build applications with our AI models under these terms.
  ai-other | Fine-tuned AI models that you create belong to you.
  ai-other | We may suspend access to the AI models at any time.
  ai-other | Outputs of the AI may not be unique.
  ai-other | You are responsible for the prompts you enter and the output of the AI.
  ai-other | Our AI systems are tested for bias before they are released.
  ai-other | We process your prompts in order to provide answers by artificial intelligence.
  ai-other | The AI assistant can access your files when you ask it to.
  ai-other | We use artificial intelligence to sort and prioritise applications.
  ai-other | AI-generated summaries of reviews are shown on product pages.
  ai-other | Creators must disclose realistic content that was made with AI.
  ai-other | Do not use our AI features to impersonate anyone.
  ai-other | We may use AI to translate messages between you and the host.
  ai-other | AI meeting notes are only visible to participants.
  ai-other | Some of our service providers use AI to answer support requests.
  ai-other | You have the right to ask for a human to review an automated decision.
  ai-other | We use generative AI to improve our customer service.
  ai-other | Machine-learning models assign a risk score to each order.
  ai-other | Our use of AI complies with the AI Act.
  excludes | The content of your calls is not used to train AI models, whether ours or anyone else's.
  excludes | Nimbus does not and will not train its AI models on your personal data.
  excludes | We don't train on your data.
  excludes | None of the information you give the AI assistant is used for training purposes.
  excludes:customer-data | Customer Data remains Customer's property and will not be used by Provider for AI training.
  excludes:customer-data | Provider will not permit Customer Data to be used to train third-party models.
  excludes:user-content | Content in private workspaces is not included in the data we use to train our models.
  excludes restricts-training | Model providers may not use your information for training and must delete it after processing.
  trains-on | Nimbus uses information from your account to train its AI models.
  trains-on:user-content | When you make a post public, it can be used for training our generative AI.
  trains-on:ai-interactions | Conversations may be reviewed and used to train the model.
  trains-on | Data we receive is used for (a) billing; (b) support; and (c) training our machine-learning systems.
  trains-on | Improving our AI: we process your interactions with the service to make the underlying models more accurate.
  trains-on:usage-data | Usage data, including clicks and searches, feeds into the training of our ranking models.
  trains-on | We may use automated tools and machine learning to analyse your content, and use the results to train those tools.
  trains-on:user-content | By using the free plan, you agree that your projects may be used to train our AI.
  trains-on:ai-interactions | If you give feedback on an answer, the whole conversation may be used for model training.
  trains-on:voice-or-face | The voice you record is used to create an AI model of your voice.
  opt-out | Free users who do not want their projects used for AI training can upgrade or opt out.
  opt-out | Do not want your data used to train AI? Switch off "Improve Nimbus" in your settings.
  opt-out:email | You may request that we stop using your data to train AI by sending an email to privacy@nimbus.example.
  opt-out | Your right to opt out of AI training can be exercised in the privacy centre.
  opt-out | To object to our use of your information for AI at Nimbus, submit an objection.
  consent-required | With your permission, we may use your files to improve our AI models.
  consent-required | We will ask for your consent before using your content to train AI.
  consent-required | If you have opted in to the research programme, we may use your health data to train models.
  restricts-training | You agree that you will not, directly or indirectly, use any Nimbus data to train or improve any AI model.
  restricts-training | Automated collection of listings for the purposes of AI model training is not permitted.
  restricts-training | Except with our prior written permission, you may not use our content in connection with the development of any software program, including training a machine learning or artificial intelligence system.
  restricts-training | Do not use the output of our service to develop competing AI models.
  restricts-training | In using the API you shall refrain from: >> using data to train any machine learning model
  restricts-training | What you may not do ># Train, test or fine-tune an AI model with our data.
  restricts-training:scraping | The use of robots to scrape text for large language models is forbidden without a licence.
  restricts-training | Reproducing our works in order to train AI systems requires a licence.
  shares-for-training | We may disclose de-identified data to universities, which use it to train AI models.
  shares-for-training:model-providers | OpenAI, our model provider, may use prompts to improve its models.
  ai-other | Pinewood is a research company working to build dependable AI systems, and your data is safe with us.
  | Items made with the editor belong to the members who created such models.
  ai-other | Build AI agents that can work with your calendar.
  restricts-training | You agree not to copy our articles into training sets for AI.
  ai-other | We may publish findings from anonymised data, including findings on traffic and AI safety research.
  ai-other | We offer training courses on machine learning and AI.
  ai-other | Our employees receive training on the responsible use of AI.
  ai-other | AI models may be trained on biased data, so check what they write.
  ai-other | Large language models are trained on texts from many places and may make mistakes.
  | Our data scientists develop models to forecast demand.
  | Fine-tuned models are available only to the customer who made them.
  ai-other | We comply with laws on the development and training of AI.
  trains-on | Our AI models may be trained on your essays.
  trains-on | We use your clips for training video models.
  | We build a model of your home from the plan you upload.
`);
