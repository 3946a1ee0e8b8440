import { meaningOf } from '../../text-of.ts';
import type { SectionEdit } from './edits.ts';

const SIGNS = { added: '+', removed: '-', reworded: '~' } as const;
const REST = 'You can reach us by post at the address given in the imprint.';
const page = (text: string): string => `# Privacy Policy\n\n${text}\n\n## Contact\n\n${REST}`;

const kindOf = (change: string): string => change.split(':')[0] as string;

/** The changes about training that were found, as "+fact". What takes the place of something is found as both. */
function foundInEdit({ before, after }: SectionEdit): string[] {
  return meaningOf(page(before), page(after))
    .facts.filter(({ topic }) => topic === 'ai-training')
    .flatMap(({ effect, fact, before }) => {
      const replaced = effect === 'added' && before !== null ? [`-${before.fact}`] : [];
      return [SIGNS[effect] + fact, ...replaced];
    });
}

/** True if each expected change was found and nothing of another kind, other than a use that comes or goes with it. */
export function readsEdit(edit: SectionEdit): boolean {
  const found = foundInEdit(edit);
  const isFound = (wanted: string): boolean => found.some((one) => one === wanted || kindOf(one) === wanted);
  const isExpected = (change: string): boolean =>
    edit.changes.some((one) => kindOf(one) === kindOf(change)) ||
    (edit.changes.length > 0 && kindOf(change).endsWith('trains-on'));
  return edit.changes.every(isFound) && found.every(isExpected);
}
