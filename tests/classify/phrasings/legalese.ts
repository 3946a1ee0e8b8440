import { phrasings } from './phrasing.ts';

/** Long sentences in the manner of contracts and notices, where the act stands far from who does it and what it needs. */
export const LEGALESE = phrasings(`
  trains-on:customer-data | To the extent that Customer elects to use the Beta Features, Customer agrees that Nimbus may access, copy, analyse and otherwise process Customer Data, in each case in de-identified and aggregated form, in order to develop, train, test and improve the machine learning models that power such features.
  trains-on:user-content | You retain ownership of Your Content; however, you grant Quillbox a worldwide, royalty-free, sublicensable licence to host, store, reproduce, modify and create derivative works of Your Content for the purposes of operating, promoting and improving the Service, including the training of machine learning models.
  trains-on | We process the categories of personal data described above where necessary for our legitimate interests, namely to secure our network, to understand how our services are used, to develop and train models that recognise abuse, and to defend legal claims.
  trains-on:ai-interactions | We collect the text, files, images and audio that you submit ("Inputs") and the material that is generated in return ("Outputs"), and, depending on your settings, use them to train the models that underpin the service.
  excludes:customer-data | As between the parties, Customer owns all Customer Data, and Nimbus will not, and will ensure that its subcontractors do not, use any Customer Data for the purpose of training, retraining or fine-tuning any artificial intelligence model, except to provide the Services to Customer.
  excludes | For the avoidance of doubt, nothing in this section allows us to use the contents of your documents, spreadsheets or presentations to train generative artificial intelligence.
  excludes | While our team may use de-identified metadata to understand performance, we do not use the contents of your calls to train any model.
  excludes | Data received through the calendar integration is used solely to provide the features you asked for and is never used to develop, improve or train generalised AI or machine learning models.
  restricts-training:output | Customer will not, and will not permit any End User or other third party to, (a) use the Output to develop, train or improve, directly or indirectly, models that are similar to or competitive with the Services; (b) represent that Output was made by a human.
  restricts-training:content | Without limiting the foregoing, you may not, whether by yourself or through others, reproduce, display, store or otherwise use any portion of the Stock Media for any machine learning, artificial intelligence or biometric tracking purpose, or for technology designed to identify natural persons.
  restricts-training | Unless you have entered into a separate written agreement with us, no content made available through the API may be cached, copied or used, in whole or in part, as an input to train, calibrate or evaluate any artificial intelligence system.
  restricts-training:scraping | You agree not to, and not to assist others to: >> scrape, crawl or otherwise extract any data from the Services, including for the purpose of creating, training or enriching datasets or machine learning models
  restricts-training | The publisher hereby expressly opts out, within the meaning of Article 4(3) of Directive (EU) 2019/790, from text and data mining of this publication, including for training artificial intelligence.
  opt-out | Where we rely on legitimate interests to train our models, you may at any time exercise your right to object by following the instructions in our help centre.
  opt-out | Workspace administrators who would prefer that their workspace's data not be used to train our global models can ask us to exclude it by writing to our support team.
  consent-required | In jurisdictions where applicable law so requires, we shall use voice samples for the training of our speech models only after you have given your express consent, which you may withdraw at any time.
  consent-required excludes | We will not use health data that you store with us to train our models unless you choose to take part in a study and give your consent.
  shares-for-training | Under certain commercial agreements we provide licensed access to public content to artificial intelligence companies, who may use such content for the training of large language models.
  shares-for-training:model-providers | Prompts are transmitted to third-party model providers, who may retain them and use them to train and improve their own models in accordance with their terms.
  forward-only opt-out | If you switch the setting off, we will no longer use new conversations to train our models, but this does not affect training that has already taken place or is under way.
  human-review | A limited number of trained specialists, bound by confidentiality, may listen to and annotate recordings, from which identifiers have been removed, so that our speech recognition models become more accurate.
  ai-other | The Service incorporates features that rely on generative artificial intelligence provided by third parties; Output may be inaccurate and you must evaluate it before relying on it.
  ai-other | We have established a committee that oversees the responsible development and deployment of artificial intelligence across our products.
  ai-other | Depending on the information you provide, decisions about your eligibility for credit may be made by solely automated means, and you may request human review of any such decision.
  ai-other | You shall not use the AI Features to generate content that infringes the rights of others or that you represent as having been created by a human.
  ai-other | By uploading a photo of your face, you consent to the creation of an AI avatar of your likeness.
  | We use data to operate, maintain, improve and personalise the Services, to develop new features, to conduct research, and to train and support our customer service personnel.
  | The Supplier shall ensure that all staff who have access to Personal Data receive appropriate training and are bound by confidentiality, and shall test and evaluate its security measures regularly.
  | Nimbus may collect statistical data about the performance of the Services and use it to improve the Services and to develop new products, provided that such data does not identify Customer.
  | Participants in the training will receive a certificate, and their results may be used to improve and develop our course materials.
  | You may opt out of the sale or sharing of your personal information for targeted advertising through the link at the foot of our website or by enabling an opt-out preference signal.
  | Pricing is determined by a model that takes account of demand, distance and time of day.
  | We evaluate requests of authorities with care and train the people who handle them.
  | Where you have given your consent, we share your contact details with our training partners, so that they can inform you about courses.
`);
