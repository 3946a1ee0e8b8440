import { wrapText } from '../../domain/wrap-text.ts';
import { footerLines, title } from './alert-text.ts';
import { subscriptionLines } from './footer-words.ts';
import type { NoticeItem, NoticeView } from './notice-view.ts';

/** The plain text part of a notice. */
export function noticeText(view: NoticeView): string {
  const lines = [
    ...wrapText(`${view.headline}.`),
    ...view.intro.flatMap((paragraph) => ['', ...wrapText(paragraph)]),
    ...view.sections.flatMap(({ title: words, items }) => [
      ...title(words),
      ...items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...itemLines(item)]),
    ]),
    ...footerLines(subscriptionLines(view.subscription)),
  ];
  return `${lines.join('\n')}\n`;
}

function itemLines({ name, lines }: NoticeItem): string[] {
  if (name === '') return lines.flatMap((line) => wrapText(line));
  return [...wrapText(name, { first: '- ', rest: '  ' }), ...lines.flatMap((line) => wrapText(line, { first: '  ' }))];
}
