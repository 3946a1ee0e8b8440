import { html } from 'hono/html';
import { subscriptionLines } from './footer-words.ts';
import { footer, type Markup, mailPage, sectionTitle } from './mail-page.ts';
import type { NoticeItem, NoticeView } from './notice-view.ts';

/** The HTML part of a notice. */
export function noticeHtml(view: NoticeView): string {
  const body = html`<h1 style="margin:0 0 8px;font-size:26px;line-height:1.25;color:#11151a">${view.headline}</h1>
${view.intro.map((paragraph) => html`<p style="margin:0 0 10px">${paragraph}</p>`)}
${view.sections.map(({ title, items }) => html`${sectionTitle(title)}${items.map(itemMarkup)}`)}
${footer(subscriptionLines(view.subscription))}`;
  return mailPage({ title: view.headline, body });
}

function itemMarkup({ name, lines }: NoticeItem): Markup {
  return html`<p style="margin:0 0 12px">${name === '' ? '' : html`<strong>${name}</strong><br>`}${lines.map(
    (line, index) => html`${index === 0 ? '' : html`<br>`}${line}`,
  )}</p>
`;
}
