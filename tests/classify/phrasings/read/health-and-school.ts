import { phrasings } from '../phrasing.ts';

/** Doctors, therapy, genes, fitness; schools, universities, learning apps. */
export const HEALTH_AND_SCHOOL = phrasings(`
  trains-on:deidentified-data | We strip names and other identifiers from visit notes and use what remains to build and validate clinical AI.
  consent-required | Your scans help to train diagnostic software only where you have signed the research consent.
  excludes | We never use the content of your therapy sessions to train AI, whether ours or anyone else's.
  trains-on:voice-or-face | With your permission, sessions are recorded and our scribe learns from the recordings to transcribe more accurately.
  consent-required | Unless you give us explicit consent, your genetic data will not be used for machine learning research.
  shares-for-training:partners | De-identified records may be made available to universities and medical device makers for the development of artificial intelligence.
  opt-out:email | If you object to your health records being used in the development of our algorithms, write to our data protection officer at dpo@willowclinic.example.
  forward-only | You may withdraw at any time, but what our models have already learned from your data cannot be undone.
  trains-on:usage-data | Steps, heart rate and sleep stages recorded by your band feed the algorithms that estimate your readiness, and help us refine those algorithms for everybody.
  human-review | Snippets of coaching chats may be reviewed by members of our team to check and improve the answers of the AI coach.
  ai-feature | Dr. Fern is an AI health assistant that answers general questions.
  ai-disclaimer | The triage chatbot uses artificial intelligence and is not a substitute for professional medical advice.
  automated-decision | Whether you are admitted to the programme is decided by an automated system that profiles your answers, and this decision has a significant effect on you.
  biometric-inference | Our app analyses your facial expressions during the session with AI in order to infer your emotional state.
  excludes | Student work is never sold and is not used to train commercial AI.
  excludes:personal-data consent-required | We do not use pupils' personal data to develop AI unless the school has opted in.
  trains-on:user-content | Answers to exercises are used to improve the model that predicts what each learner will forget.
  trains-on:user-content | Papers submitted to the similarity checker are kept in our repository, where they also serve to train AI writing detection.
  restricts-training:content | Course materials are provided for personal study; entering them into generative AI tools or using them to train such tools is not allowed.
  ai-content-rules | Students may not hand in text written by AI as their own.
  ai-label | Teachers must tell the class when a worksheet was produced with generative AI.
  automated-decision | Proctoring software flags suspicious behaviour by means of AI, and a flagged exam may be annulled.
  biometric-inference | During remote exams, facial recognition is used to confirm who you are.
  | Our trainers and coaches receive the health questionnaire you fill in.
  | Your personal trainer can see your workouts and adapt your training plan.
  | The training load model compares acute and chronic load.
  | Medical students may be present for training purposes; please tell us if you would rather they were not.
  | Patients may opt out of having their records shared for planning and research.
  | Staff learn how to handle records correctly in an annual course.
  | The machine learns your preferred water temperature after three showers.
  | Role models from industry visit our schools.
  opt-out:account-setting | In the app under Me > Data, switch off "Help improve our AI" if your workouts should not be used for this.
  trains-on:private-messages | Messages you exchange with your care team may be processed to train the tool that suggests replies.
`);
