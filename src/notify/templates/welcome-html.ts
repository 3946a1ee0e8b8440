import { html } from 'hono/html';
import { subscriptionLines } from './footer-words.ts';
import { footer, mailPage, sectionTitle } from './mail-page.ts';
import type { WelcomeView } from './welcome-view.ts';

/** The HTML part of the welcome message. */
export function welcomeHtml(view: WelcomeView): string {
  const body = html`<h1 style="margin:0 0 8px;font-size:26px;line-height:1.25;color:#11151a">${view.headline}</h1>
${view.watched.length === 0 ? '' : sectionTitle('Watched')}
${view.watched.map(
  ({ platform, documents }) => html`<h3 style="margin:14px 0 4px;font-size:16px;color:#11151a">${platform}</h3>
<ul style="margin:0;padding-left:22px">${documents.map((name) => html`<li>${name}</li>`)}</ul>`,
)}
${view.unreadable.length === 0 ? '' : sectionTitle('Could not be read, so not watched yet')}
${view.unreadable.map(
  ({ document, reason }) => html`<p style="margin:0 0 12px"><strong>${document}</strong><br>${reason}</p>`,
)}
${view.noAiPage.length === 0 ? '' : sectionTitle('Without a page of their own about AI')}
${view.noAiPage.map(({ platform, reason }) => html`<p style="margin:0 0 10px"><strong>${platform}</strong>: ${reason}</p>`)}
${sectionTitle('What happens next')}
${view.next.map((paragraph) => html`<p style="margin:0 0 10px">${paragraph}</p>`)}
${footer(subscriptionLines(view.subscription))}`;
  return mailPage({ title: view.headline, body });
}
