import { type Element, isTag, isText } from 'domhandler';
import { isSilent } from './tags.ts';

/** The first characters of what an element shows, white space folded. */
export function elementText(element: Element, limit = 200): string {
  const pieces: string[] = [];
  let left = limit * 2;
  const walk = (at: Element): void => {
    for (const child of at.children) {
      if (left <= 0) return;
      if (isText(child)) {
        pieces.push(child.data);
        left -= child.data.length;
      } else if (isTag(child) && !isSilent(child)) walk(child);
    }
  };
  walk(element);
  return pieces.join(' ').replace(/\s+/g, ' ').trim().slice(0, limit);
}
