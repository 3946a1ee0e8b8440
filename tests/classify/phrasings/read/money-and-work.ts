import { phrasings } from '../phrasing.ts';

/** Banks, insurers, shops, travel, homes to let, recruiting, offices. */
export const MONEY_AND_WORK = phrasings(`
  trains-on | We use information about your accounts and payments to build, train and test statistical and machine learning models for credit risk.
  trains-on:usage-data | How you type, swipe and hold your phone helps our behavioural models learn to tell you from a fraudster.
  automated-decision | Our systems decide automatically whether to offer you a loan, based on a profile built from your credit history.
  automated-decision | If the lending decision was taken by solely automated means, you may ask for a member of staff to look at it again.
  ai-other | We do not take decisions about claims by automated means alone.
  ai-feature | Ask Penny, our AI money assistant, about your spending.
  excludes:personal-data | We don't allow the firms that supply our AI tools to train their models with your personal data.
  human-review | Chats with Penny are sampled and marked by specialists so that the model's answers improve.
  trains-on:ai-interactions | What you ask our shopping assistant, and whether you found the answer helpful, is used to refine its models.
  trains-on | Product searches, clicks and purchases are the examples from which our ranking algorithms learn.
  trains-on:user-content | Reviews and photos submitted by customers may be used for training image recognition and text understanding systems.
  trains-on:voice-or-face | Calls are recorded for quality, staff coaching and to train the speech recognition used in our call centre.
  opt-out | Tell the adviser at the start of the call if your call should not be used to train our voice assistant.
  consent-required | With the separate consent box ticked, your CV is also used to train our matching algorithm.
  trains-on:profile | Candidate profiles and hiring outcomes are used in training the models that recommend applicants.
  automated-decision | Applications that score below a threshold set by our AI are rejected without a recruiter having seen them.
  ai-other | Video interviews may be assessed with AI that analyses what you say and how you say it.
  biometric-inference | The kiosk estimates your age from your face by means of artificial intelligence.
  automated-decision | Premiums are set by profiling: an algorithm evaluates how you drive and adjusts your price.
  shares-for-training:affiliates | Companies of the Harrow group receive transaction data so that they can train their own fraud models.
  restricts-training:scraping | Fares, schedules and availability must not be harvested by bots for the training of AI systems.
  excludes:private-messages | Messages between guests and hosts are not used to train generative AI.
  trains-on:private-messages | We may process messages between guests and hosts to train our tools that detect fraud and attempts to pay outside the platform.
  opt-out:account-setting trains-on | Under Settings, Privacy, AI, you decide whether your listings may help to improve our AI models; the setting is on by default.
  ai-other | Room descriptions may be translated or summarised by artificial intelligence.
  ai-other | We use AI to recommend products you might like based on what you bought.
  | We use an internal rating model to comply with capital requirements.
  | The Model Portfolio Service invests in a range of funds.
  | Employees must complete compliance training before they get access to customer files.
  | Ask in the shop for the model you tried on.
  | The train-and-flight ticket is valid on the day of travel only.
  | You can opt out of overdraft cover at any time.
  | We use your purchase history to improve our range and develop new products.
  | This subscription renews automatically unless you switch renewal off.
  | New colleagues are trained with recordings of real calls, from which names have been removed.
  | The house is let under a build-to-rent model.
  trains-on:usage-data | Legitimate interest: developing and testing models that forecast demand, for which booking histories serve as training data.
`);
