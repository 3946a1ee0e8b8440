import { phrasings } from '../phrasing.ts';

/** Social networks, dating, games, forums, messengers, creators. */
export const COMMUNITIES = phrasings(`
  trains-on:private-messages | We may also use the text of direct messages, after automated filtering, to train the models that power reply suggestions.
  excludes:private-messages | Your chats are end-to-end encrypted, so nobody, including us, can use them for training AI.
  excludes:private-messages trains-on:public-content | Except for private messages, anything you post may be used to develop the AI features of Larkspur.
  opt-out:account-setting | Go to Settings > Data sharing and personalisation to tell us that your posts may not be used to train our assistant.
  opt-out:not-offered trains-on | There is no way to keep your posts out of the training of our models other than deleting your account.
  opt-out:form forward-only | Use the objection form; if we honour it, your content will not be used from then on, while models already trained stay as they are.
  consent-required | We'll ask first: unless and until you say yes, none of your photos is used to improve our face filters' AI.
  trains-on:public-content | Your public profile, bio, posts and comments help our models understand how people really talk.
  trains-on:public-content shares-for-training:partners | Public forum threads are available through our data API to partners, who may use them to train large language models.
  shares-for-training:buyers | We have begun to sell access to the full archive of questions and answers to AI developers.
  excludes | We have never sold, and will never sell, your conversations to companies that build AI.
  restricts-training:scraping | Crawling the forum to assemble a corpus for a language model is a breach of these rules, whether or not you are logged in.
  restricts-training:content | Except as expressly permitted by us in a separate agreement, no User Content may be used as input to train a machine learning or AI model.
  trains-on:user-content | Swipes, likes and matches train our compatibility algorithm; photos train our nudity detector.
  trains-on:voice-or-face | Selfies from photo verification are kept for up to a year to improve the facial recognition model.
  trains-on:user-content | By uploading a mod you allow us to use it as training material for tools that generate game content.
  trains-on:usage-data | Matches are replayed to teach bots how people of your level play.
  excludes:voice-or-face | Voice chat is analysed in real time and is neither stored nor used to teach any system.
  ai-moderation | Posts that break the rules are found and removed by a machine learning classifier before anyone sees them.
  ai-label | Videos that show realistic people or scenes made with AI must carry our "AI-made" label.
  ai-content-rules | Do not post deepfakes or other AI imagery of real people who have not agreed to it.
  ai-feature | Companions are characters driven by generative AI with which you can chat at any time.
  likeness-use | If you turn on Cameo Me, friends can create AI videos in which your face and voice appear.
  ai-personalisation | AI ranks the feed according to what it predicts will interest you.
  human-review | Conversations that you flag may be looked at by our staff and used as examples to train the safety model.
  trains-on:ai-interactions | Everything you write to Companions, and what they answer, can be used to make our AI better.
  opt-out:toggle | In the chat, tap the three dots and turn off "Improve Companions for everyone" to stop your chats from being used for training.
  | Coaches on the platform train players of all ages.
  | Become a model: upload your portfolio and agencies will find you.
  | Level up by training your dragon in the arena.
  | Moderators are volunteers who were trained by us.
  | Members help each other to learn languages.
  | We use your feedback to develop new game modes and to improve matchmaking servers.
  | The matchmaking system places you with players of similar rank.
  | If you no longer wish to receive the newsletter, you can opt out in the settings.
  | Do not scrape profiles or collect the e-mail addresses of members.
  consent-required | Beta: you can donate your levels to our AI research. Donation is off by default, and only levels you donate are used for training.
  excludes:profile | Information in the health section of your dating profile is left out when we train our models.
`);
