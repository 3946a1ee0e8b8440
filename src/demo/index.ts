export { demoConfig } from './demo-config.ts';
export { type DemoFinding, findDeviations } from './find-deviations.ts';
export { startDemoMail } from './start-demo-mail.ts';
export { type DemoWeb, startDemoWeb } from './start-demo-web.ts';
export { summariseDemo } from './summarise-demo.ts';
