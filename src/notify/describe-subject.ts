import type { DocumentKind } from '../domain/source.ts';
import type { AlertView } from './alert-view.ts';
import { clip } from './visible-text.ts';

const MAX = 78;

const KINDS: Readonly<Record<DocumentKind, string>> = {
  'privacy-policy': 'privacy',
  terms: 'terms',
  ai: 'AI page',
  help: 'help page',
};

/** "[clausewatch] Quillfeed privacy policy: AI training on private messages (critical)", at most 78 characters. */
export function describeSubject(view: AlertView): string {
  const what = view.brief;
  const tag = view.sample ? '[clausewatch] SAMPLE ' : '[clausewatch] ';
  const end = view.severity === 'none' ? '' : ` (${view.severity})`;
  const name = view.document.startsWith(view.platform)
    ? view.document
    : `${view.platform} ${lowerFirst(view.document)}`;
  for (const who of [name, `${view.platform} ${KINDS[view.kind]}`, view.platform]) {
    const whole = `${tag}${who}: ${what}${end}`;
    if (whole.length <= MAX) return whole;
  }
  const room = MAX - tag.length - end.length;
  const who = clip(view.platform, Math.max(12, room - what.length - 2));
  return `${tag}${who}: ${clip(what, room - who.length - 2)}${end}`;
}

/** "Privacy Policy" reads as "privacy policy" in a sentence; abbreviations stay ("EU terms", "AI at Wisp"). */
function lowerFirst(name: string): string {
  return name.replace(
    /\b(Privacy|Policy|Terms|Service|Use|Conditions|Statement|Notice|Agreement|User|Help|Page|Of)\b/g,
    (word) => word.toLowerCase(),
  );
}
