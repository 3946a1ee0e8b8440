import { phrasings } from '../phrasing.ts';

/** How the laws of the EU, the UK and the US make companies write: purposes, bases, rights, notices. */
export const LAW_AND_TABLES = phrasings(`
  trains-on:user-content | Purposes and legal bases ># Purpose: training and improving our artificial intelligence models. Categories of data: content you create, interactions with content. Legal basis: legitimate interests.
  trains-on:personal-data | To develop and improve our AI models | Name, contact details, usage information | Art. 6(1)(f) GDPR (legitimate interest)
  consent-required | Training of our speech models | Voice recordings | Your consent, Art. 6(1)(a) GDPR
  trains-on | How we use your information: >> Research and innovation, including to develop, test and train machine learning models and algorithms.
  excludes | What we do not do with your information: >> Train artificial intelligence, our own or that of others.
  opt-out | Your choices: >> Refuse the use of your content for training generative AI.
  opt-out | You have the right to object, on grounds relating to your particular situation, to our processing of your personal data for the development of AI.
  opt-out:form trains-on | Because we rely on legitimate interests to train our models, you may object at any time by means of the form linked here.
  trains-on:public-web | We collect publicly accessible information from the internet, which may include personal data, to train the language models behind our products.
  trains-on:third-party-data | We buy data sets from providers, and some of them contain personal data; they are used for pre-training.
  excludes | We take steps to remove personal data before pages from the web are used for training, and we do not seek out information about people to train on.
  excludes:personal-data | Sensitive personal information is filtered out of training data.
  automated-decision | We use automated decision-making technology (ADMT) to decide whether you are eligible for housing assistance, and you have the right to access information about it.
  automated-decision | You may opt out of our use of automated decision-making technology for significant decisions.
  ai-other | You have the right not to be subject to a decision based solely on automated processing, including profiling, which produces legal effects concerning you.
  ai-other | Your personal data is not subject to automated decision-making within the meaning of Article 22 GDPR.
  trains-on:voice-or-face | Notice at Collection ># Biometric information: voiceprints. Business purpose: to verify callers and to train our voice authentication models. Sold or shared: no.
  trains-on | California residents should know that we use the personal information we collect to train automated decision-making technology.
  opt-out | You may ask us not to use your personal information to train automated decision-making technology.
  ai-label | In accordance with Article 50 of the AI Act, synthetic images are marked in a machine-readable way.
  restricts-training:scraping | The rightholder expressly reserves the use of this content for text and data mining within the meaning of Article 4(3) of Directive (EU) 2019/790, in particular for the training of AI.
  biometric-inference | Where the law of Illinois or Texas applies, we ask for your written release before we create a face template.
  trains-on:deidentified-data | Information that has been de-identified is no longer personal information, and we may use it for any purpose, including machine learning.
  trains-on:personal-data | Retention ># Training data sets that contain personal data are kept for as long as the model is in use.
  human-review opt-out | Up to one in a thousand chats is reviewed by contractors under confidentiality for model quality; you can exclude your chats from this in the settings.
  trains-on | The purposes for which we process personal data include: >> the development of algorithms and models that learn, including those of our generative features;
  trains-on | Compatible purposes: >> improvement of the artificial intelligence that underlies the service
  excludes | United Kingdom, EEA and Switzerland ># If you live in one of these regions, we do not use your posts to train generative AI.
  trains-on opt-out | From 15 May, adults in the EU should know that we will use their public posts to train our AI; anyone may object before or after that date.
  consent-required | Legal basis for model training: consent, which you may refuse without any disadvantage.
  excludes | Minors ># Data of members under eighteen is excluded from all training of AI.
  | You have the right to object to processing based on legitimate interests.
  | The model withdrawal form is annexed to these terms.
  | Our processors are trained, audited and bound by instructions.
  | We carry out a data protection impact assessment before we introduce new technology.
  | Under the Digital Services Act you may choose a feed that is not based on profiling.
  | If you refuse consent to analytics cookies, we cannot learn how the site is used.
  | The Standard Contractual Clauses (module two) form part of this agreement.
`);
