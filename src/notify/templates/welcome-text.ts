import { wrapText } from '../../domain/wrap-text.ts';
import { footerLines, title } from './alert-text.ts';
import { subscriptionLines } from './footer-words.ts';
import type { WelcomeView } from './welcome-view.ts';

/** The plain text part of the welcome message. */
export function welcomeText(view: WelcomeView): string {
  const lines = [
    ...wrapText(`${view.headline}.`),
    ...(view.watched.length === 0 ? [] : title('Watched')),
    ...view.watched.flatMap(({ platform, documents }) => [
      ...wrapText(platform),
      ...documents.flatMap((name) => wrapText(name, { first: '  - ', rest: '    ' })),
    ]),
    ...(view.unreadable.length === 0 ? [] : title('Could not be read, so not watched yet')),
    ...view.unreadable.flatMap(({ document, reason }) => [
      ...wrapText(document, { first: '- ', rest: '  ' }),
      ...wrapText(reason, { first: '  ' }),
    ]),
    ...(view.noAiPage.length === 0 ? [] : title('Without a page of their own about AI')),
    ...view.noAiPage.flatMap(({ platform, reason }) => wrapText(`${platform}: ${reason}`, { first: '- ', rest: '  ' })),
    ...title('What happens next'),
    ...view.next.flatMap((paragraph, index) => [...(index === 0 ? [] : ['']), ...wrapText(paragraph)]),
    ...footerLines(subscriptionLines(view.subscription)),
  ];
  return `${lines.join('\n')}\n`;
}
