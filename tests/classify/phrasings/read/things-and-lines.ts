import { phrasings } from '../phrasing.ts';

/** Cars, voice assistants, smart homes, toys, wearables, telecoms, browsers, e-mail. */
export const THINGS_AND_LINES = phrasings(`
  trains-on:voice-or-face | A fraction of voice recordings is used to help our speaker understand accents and dialects better through supervised learning.
  human-review | Some recordings are listened to by people who transcribe them, so that our speech recognition keeps improving.
  opt-out:account-setting | To stop your recordings from being reviewed and used to develop new speech features, open Alma app > Privacy > Voice data and choose "Don't save".
  excludes:voice-or-face | Audio is processed on the device; it is not sent to us and plays no part in training our speech models.
  consent-required | Recordings are used for improving voice recognition only if you join the Voice Donor programme.
  trains-on | Short clips from the outside cameras are uploaded after an emergency stop and used in developing our driver assistance neural network.
  opt-out | You may withdraw your agreement to the use of driving clips for the development of automated driving functions in the vehicle's menu.
  excludes | Footage from the cabin camera stays in the car and is not used to train anything.
  biometric-inference | The cabin camera uses AI to work out from your eyes and face whether you are tired.
  trains-on:usage-data | The vacuum sends maps and pictures of obstacles to us to train object recognition for all our robots.
  excludes | Pictures taken by the robot inside your home are not uploaded, let alone used for machine learning.
  trains-on:usage-data | Energy readings from your meter are used to train the forecast that steers your heat pump and that of our other customers.
  shares-for-training:partners | We pass anonymised camera clips to our chip supplier, which uses them to improve its detection networks.
  trains-on:usage-data | Traffic data is analysed by self-learning systems that become better at spotting faults the more they see.
  trains-on:voice-or-face | When you speak to our hotline's voice robot, we record the dialogue and use it to optimise the language models behind it.
  consent-required trains-on:voice-or-face | During the greeting you are asked whether the call may be recorded to train the voice robot; if you say no, no recording is made.
  trains-on:private-messages | Automated systems learn from the content of e-mails to sort out spam and suggest replies.
  excludes:private-messages | We do not read your e-mail to train generative models, in this product or in any other.
  excludes:usage-data | Pages you visit are summarised on your device; browsing history does not go into any training data.
  ai-feature | The browser's side bar contains an AI assistant that can summarise the page you are reading.
  opt-out:toggle | Learning from what you type is enabled by default and can be disabled with the switch "Personalised and global suggestions".
  trains-on:user-content | The keyboard learns new words from what you type and sends them, with noise added, to improve the shared language model.
  excludes:user-content | The keyboard adapts to your typing on the phone, and what it learns never leaves the phone.
  consent-required | A parent must agree before what a child says to the toy is used to train its speech recognition.
  excludes | We do not retain children's voice recordings and do not use them to improve our models.
  ai-other | The doorbell tells people from animals by means of AI on the device.
  biometric-inference | Familiar Faces compares faces seen by the camera with those you have named.
  | The model and serial number of the device are printed underneath.
  | Choose the model of your car to see its manual.
  | Our technicians are trained by the maker.
  | We use diagnostics to find faults and improve the reliability of our boilers.
  | The car learns your seat position and stores it with your key.
  | Prepaid and contract models differ in price.
  | Training mode shows beginners how to use the machine.
  | We share data with partners to improve network coverage.
  | You can opt out of location services in your phone's settings.
`);
