/**
 * What only looks like training a machine on people's data: no fact of `ai-training`. Written before the rules were run
 * on any; the first, third, fifth … were tuned on, the others were only ever counted.
 */
export const LOOK_ALIKES: readonly string[] = `
Our nurses are trained to handle your records with care.
Teachers receive training in the use of our platform before term begins.
Every new employee completes a training module on data protection using anonymised cases.
Your workouts are stored so that you can compare your training from week to week.
The app builds a training plan from your heart rate and the distances you run.
Share your training data with your coach in the app.
To learn more about how we use your data, visit our help centre.
Learn more about our AI features and your choices.
We use AI to sort incoming letters by subject.
Our assistant uses artificial intelligence to answer questions about your bill.
AI helps our doctors to read your X-rays; a doctor always decides.
The camera uses machine learning on the device to recognise parcels.
The contract model you choose determines the monthly price.
The model contract of the European Commission forms part of this agreement.
We use standard contractual clauses and model clauses for transfers.
Our chatbot is provided by a third party that uses a large language model.
We use a large language model from an outside provider to summarise your documents.
Text you enter in the translator is sent to the provider of the translation service.
We may process your data to improve our services.
Your feedback helps us make the app better.
We use cookies to understand how visitors use our website and to improve it.
Anonymised statistics help us to plan new branches.
We use your test results to evaluate the quality of our courses.
We develop new features on the basis of what users tell us.
We train apprentices in our own workshop.
Guide dogs are trained with the help of your donations.
The train leaves every hour; your ticket data is deleted after the journey.
Training flights are recorded for safety reasons.
Recordings of calls are used to train our call centre agents.
Calls may be monitored for quality and training.
Lessons are recorded so that teachers can improve their teaching.
Students can learn from the recordings of their lessons.
You can learn a lot from your sleep data.
The keyboard learns the words you use and keeps them on your phone.
The thermostat learns your habits and heats accordingly.
The seat adapts to your position automatically.
Personalised recommendations are created on the basis of what you have watched.
Our algorithm sorts the results by price and distance.
An algorithm compares your photo with that in your passport.
The scoring model takes into account your income and your payment history.
Our pricing model is based on usage data.
A new business model lets you pay with data.
The data model of the export is described in the documentation.
The model of your phone is recorded when you report a fault.
Digital models of your teeth are kept for ten years.
We create a 3D model of your foot from the pictures you take.
You can create your own models from your own parts in the editor.
Fashion models are paid for their pictures.
You can use our AI tool to develop ideas for your lessons.
Our AI writes product descriptions from the data you enter.
With the AI editor you can improve your pictures.
AI improves the sound of your voice during calls.
AI is used to improve the quality of your photos.
Use AI to build a website with your content.
The AI features process your content to provide you with results.
To provide AI features, we send your prompts to our provider.
Your prompts are stored for 30 days to prevent abuse.
We keep your conversations with the assistant so that you can read them again.
The assistant remembers what you told it in earlier chats.
The assistant takes earlier messages into account when it answers.
We do not use AI to make decisions about you.
AI-generated pictures must be labelled.
You may not upload AI-generated content.
Content generated with AI must not infringe the rights of others.
Do not use our services to develop weapons.
You may not use the software to develop a competing product.
You shall not build a product that competes with our services.
You may not scrape our website.
You may not use robots to collect e-mail addresses.
We may share your data with partners who help us to improve our services.
We sell aggregated data to researchers.
Our partners use your data to measure how well advertisements work.
We share data with universities for research into education.
You can opt out of personalised advertising in your settings.
You can switch off personalised recommendations at any time.
You can disable the AI assistant in your account settings.
If you do not want to use AI features, turn them off.
With your consent we use your location to show you shops nearby.
With your consent, AI analyses your photos to find duplicates.
We ask for your consent before we record your voice.
Withdrawing consent does not affect processing that took place before.
You have the right to object to profiling.
You have the right not to be subject to automated decisions.
You may object to the processing of your data for direct marketing.
Our security team tests our systems regularly.
We test new features with a small group of users.
We use test data to develop software.
Our researchers develop methods for protecting data.
We work to improve accessibility for all of our users.
Statistics on the use of our services help us detect faults.
We validate your address with the data of the post office.
Our fraud system checks transactions against known patterns.
Recognition of your handwriting takes place on the tablet.
The voice assistant listens for its wake word.
Speech is converted to text and then deleted.
Video lessons teach you how to use artificial intelligence.
The course covers machine learning and data protection.
Artificial intelligence is changing how people work.
We follow the principles of responsible AI.
Our AI policy explains how we choose the tools we use.
We carry out an impact assessment before we introduce AI.
Suppliers of AI systems must meet our security requirements.
The AI Act of the European Union applies to high-risk systems.
Models trained by others can be found in the marketplace.
Volunteers are trained to listen to callers.
The army trains here twice a year.
Muscle training improves your posture.
Data protection officers train staff on AI.
Our sales staff are trained on customer data platforms.
We coach managers with the results of your survey.
`
  .split('\n')
  .filter(Boolean);
