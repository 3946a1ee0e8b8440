/** Sentences with the words of training that say nothing of it: whatever else they are, no fact of `ai-training`. */
export const FALSE_FRIENDS: readonly string[] = `
Our personnel receive regular training on data protection and security.
All staff must complete training on information security before they access Customer Data.
We provide training on the handling of personal data.
Annual training on data privacy is mandatory for everyone with access to personal information.
Supplier shall ensure that its employees are trained on their obligations under data protection law.
Our moderators are trained on our policies and review content.
Training with your personal trainer can be booked in the app.
We offer training on our platform with your content.
You can use our templates for training purposes.
Recordings may be used for training purposes and quality assurance.
Your calls may be recorded for training, monitoring and compliance purposes.
We use recordings of calls to train our agents and improve customer service.
The recordings are used to train and coach our support team.
We may use your data for staff training.
We process your information for internal training.
Learn from your results with our statistics page.
We learn from your feedback how to improve our service.
You can learn from your own data in the dashboard.
Our designers create models of the product with your measurements.
We create a 3D model of your room from your photos.
We build audience models for advertisers from browsing data.
We create profiles and segments by modelling your data.
Statistical models help us understand how our service is used.
We use statistical models to forecast demand from your orders.
A credit model uses your data to compute your score.
The algorithm uses your watch history to recommend videos.
Our algorithms process your data to show you relevant ads.
We use algorithms to improve the relevance of search results with your data.
We test and improve our fraud detection systems with transaction data.
We use your data to develop and improve our technologies.
We use data for analytics, research and product development.
Your information helps us develop new technologies and features.
We may use the content for educational and training purposes.
Feedback may be used to train employees and improve products.
The AI feature uses your data to generate suggestions.
AI features process your prompts and improve your drafts.
We use AI to test and improve our content.
We use AI to analyse your data and improve our services.
Our AI-powered tools use your content to improve your writing.
We evaluate AI vendors before we share personal data with them.
We develop AI responsibly.
We develop AI products that respect your privacy.
We are building AI tools for creators.
We evaluate and test AI systems for safety before release.
You may evaluate the AI models with your data during the trial.
You own the models you train with our tools.
You have the right to object to automated decision-making in the settings of our models page.
You can opt out of our newsletters about AI at any time.
We use AI models. You can opt out of marketing.
Our models do not discriminate and are not trained to identify people.
Our models are not intended for children.
The model does not store your prompts.
Our AI does not have access to your private messages.
We never share your AI chats with advertisers.
You may not use the service to train animals in a cruel way.
You may not resell training materials.
Do not share your models of weapons.
You may not scrape our site.
Do not build bots that spam others.
You must not develop software that competes with ours.
You may not build a competing product.
You may not reverse engineer our algorithms.
Developers may not use the API to build surveillance tools.
You are not permitted to test the vulnerability of our systems.
You may not use automated systems to access the service.
Participants may not use AI in exams.
Reviewers may not upload manuscripts to AI tools.
We share data with partners who help us develop our services.
We share data with providers that host our AI models.
Our AI providers process your prompts on our behalf.
Our partner develops algorithms that we use to show ads.
We disclose data to researchers who study how our models affect society.
Vendors may use your data to improve their services.
Third parties may use cookies to improve their algorithms.
People review reported chats to keep the service safe.
Our staff may read your support requests to improve our answers.
With your consent we use AI to scan your documents.
If you agree, our AI assistant reads your calendar.
You give your consent to the use of AI by using the feature.
The app uses a language model trained by a third party.
Our translation engine was developed by a university.
The neural network that we use was created by others.
We use large language models to classify support tickets.
Machine learning helps us detect fraud in your transactions.
We use machine learning on your data to show relevant ads.
Our machine learning models analyse your data to detect fraud.
The recommendation system uses your activity to suggest videos.
We test our website with real users.
We improve the quality of search with your feedback.
Improving our service: we use your data to develop new features.
We build tools that help developers create models.
We created the model contract with your interests in mind.
Robots in our warehouse learn from their environment.
We develop the skills of our employees with feedback from customers.
Our engineers are trained on AI.
The course teaches machine learning with real data.
Students learn to train neural networks with sample data.
You can train a custom voice in the editor with your recordings.
Upload data to train your own classifier.
When you fine-tune a model, we store the training data you upload.
Training data that you upload is deleted after thirty days.
Custom models are available to your organisation only.
We do not use your data to train our staff.
We do not use your files, but our AI analyses them on request.
Without your consent we do not send you e-mails about our AI.
Our AI services do not use cookies.
Nothing you say to our AI is legal advice.
The AI is not a substitute for a doctor and is not trained as one.
We will not use AI to make decisions about you.
We do not use your data for AI-driven advertising.
We do not use AI to monitor your calls.
No AI is involved in decisions on your account.
We never train on Sundays.
Our models cannot be used to identify you.
You may not use our AI models for unlawful purposes.
You may not use the models to generate malware.
You shall not attempt to extract the weights of our models.
You may not share access to the models with others.
You must not upload data of others to the AI service without their consent.
Prompts must not contain personal data.
You may not disclose benchmark results of our models.
It is forbidden to manipulate the algorithm or to game the recommendation system.
You may not use robots to train or improve your ranking in the game.
The use of drones for training flights is not permitted.
We reserve the right to test new features.
We reserve all rights to our models and algorithms.
We may opt out of the agreement if our model provider ends its service.
To opt out of AI-generated recommendations, open your settings.
You can turn off AI features in the settings.
You can disable the AI assistant at any time.
You can opt out of personalised ads that are selected by algorithms.
You may object to profiling by our algorithms.
Users can choose not to use our AI models.
You can delete your chat history with the AI in your settings.
If you do not want AI summaries, switch them off.
You can ask for a decision by our AI to be reviewed by a person.
We ask for your permission before the AI assistant uses your microphone.
If you give consent, the algorithm uses your location to suggest places.
Your consent is required before we use facial recognition.
Only with your permission will the AI access your photos.
We share prompts with OpenAI to generate answers.
We share your data with AI providers who act as our processors.
Our affiliates help us operate the models.
Data may be transferred to the provider of the language model in the United States.
The provider deletes prompts after thirty days and does not use them for other purposes.
Humans may review AI output before it is published.
Our team reviews flagged conversations with the chatbot for safety.
We keep logs of AI usage for security.
We measure how our AI features are used in order to fix errors.
Past conversations are not affected by this change of the AI service.
The company trains to win: our running club meets on Mondays.
Trains run every ten minutes; delays are announced in the app on your phone.
We train hard to keep your trust with your data.
We built a model railway with photos you sent us.
The learning platform develops with your feedback.
Deep learning about nature: our tours teach children with stories.
Language learning is easier with our app; it adapts to your progress.
The learning assistant answers questions from your course material.
AI is changing quickly, and we will update this policy as our use of it develops.
You may not use the AI to train for exams.
We evaluate model outputs for safety with automated tools.
You may test model responses with your own files before you publish them.
We create model cards that describe each system.
We use your prompts to test model access in your region.
We use metadata about requests to improve the reliability of the API.
To provide the AI service, we process your inputs and generate outputs.
We use your content to provide, maintain and support the AI features you use.
We process prompts and outputs to enforce our policies and prevent abuse of the models.
Developers build apps with the models and use your data under their own policies.
Agents can use tools and files to complete tasks for you.
You can connect data sources to the assistant so that it answers with your content.
The assistant remembers what you tell it to personalise its answers.
Memory lets the model learn about your preferences from your chats.
The assistant learns your preferences from your conversations.
GPT builders may see feedback that users share.
We test new AI features with a small group of users.
We use AI to develop and test software.
We collect information on how you use the AI features to fix bugs.
We may change, improve or discontinue models at any time.
We improve our models regularly; older models may be retired.
New models are developed with care for safety.
The models available to you depend on your plan and the content of your workspace.
Do not use the service to develop weapons with the help of AI.
Research partners get access to our models to study them.
We develop our AI systems in line with the law on data protection.
`
  .trim()
  .split('\n');
