import { phrasings } from '../phrasing.ts';

/** Design tools, photos, video, music, books, news. */
export const DESIGN_AND_MEDIA = phrasings(`
  trains-on:user-content | When you leave content analysis switched on, we may analyse the designs you store in the cloud with techniques such as machine learning so that our recognition features keep getting better.
  opt-out:account-setting | If you would rather we did not analyse your files for product improvement and machine learning, go to Account > Privacy and switch off Content Analysis.
  excludes:user-content | Your artboards, prototypes and uploaded fonts are yours alone: none of them ever ends up in a training set.
  trains-on:user-content | By publishing a template in the marketplace, you grant Inkmoor a worldwide, non-exclusive, royalty-free licence to host, reproduce, modify, create derivative works of and use the template to train, test and improve our generative design technology.
  consent-required | Illustrations you sell through us will be included in the data set for our image generator only where you have joined the Contributor AI Programme.
  opt-out:form | Contributors who do not want their pictures in future training data sets can complete the opt-out form in the contributor centre.
  forward-only | Opting out applies to data sets we build from then on; models that have already been trained on your images will not be retrained.
  excludes:user-content | Nothing you paint on the canvas is fed into a model.
  trains-on:usage-data | We look at which brushes, filters and prompts are used most, and our recommendation models learn from these patterns.
  human-review trains-on:ai-interactions | A small sample of prompts and the pictures made from them is looked at by trained reviewers to help us tune our image models.
  restricts-training:content | No photograph on this site may be reproduced, stored in a retrieval system or used as input for the training of any artificial intelligence without the written consent of the photographer.
  restricts-training:scraping | Automated access, including by robots that gather text and images for large language models, is prohibited.
  restricts-training:content | Use of our journalism for the purposes of text and data mining, or for the development of any software, model, algorithm or generative AI tool, requires a licence from the publisher.
  permits-training:content | Articles older than fifty years are in our open archive, and anyone may use them to train language models, provided that the source is named.
  shares-for-training:buyers | Clips from the creator library may be licensed to technology companies that want moving pictures to train their video models.
  opt-out:toggle | The switch "Allow third-party training" in Studio is off for all channels until the owner turns it on.
  ai-label | When a picture in an article was made or substantially altered by AI, the caption says so.
  ai-content-rules | You must not use the voice generator to imitate a real singer without that singer's permission.
  ai-content-rules | Songs that were produced entirely by AI are not eligible for royalties.
  ai-feature | With Magic Retouch, our AI assistant, you can remove blemishes and extend backgrounds in one click.
  ai-other | Suggested captions are written by a language model and may be wrong; please check them before you publish.
  likeness-use | You agree that we may use your name, picture and voice, including in digitally generated replicas, to advertise the Service.
  | Download our model release form and have it signed by everyone who can be recognised in the picture.
  | Photographers and models get in touch through the portfolio pages.
  | We keep your design files for thirty days after you close your account so that you can restore them.
  | Our colour models are described in the handbook: RGB, CMYK and Lab.
  | The editorial staff learn from the letters that readers write, and we are grateful for them.
  | To help us develop the app, you can tick "Send diagnostics" during installation.
  | The film was shot with the support of a training fund for young directors.
  trains-on:user-content opt-out | Tracks uploaded after 1 March may be used to inform, train or develop our artificial intelligence, unless you have switched this off for your label.
  excludes:user-content | We have not used manuscripts sent to us to develop artificial intelligence, and we have no plans to.
  trains-on:public-content | Posts and pictures you choose to make public may form part of what our generative features learn from.
  shares-for-training:partners | We may permit selected partners to access public podcasts and their transcripts in order to train speech models.
  excludes | No licence is granted to anyone under these Terms to use Your Work for machine learning.
`);
