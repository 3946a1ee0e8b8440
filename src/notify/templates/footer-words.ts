import type { Subscription } from '../../domain/alert.ts';
import { clip, visibleText } from '../visible-text.ts';
import { SEVERITY_WORDS } from './alert-words.ts';

export const SAMPLE_NOTE =
  'No platform changed anything: Quillfeed does not exist. It shows what an alert looks like and that mail gets through.';

export const QUOTED =
  'Quotations are the words of the platform; clausewatch only found and sorted them, and can be wrong.';

const SAMPLE_REASON =
  'You get this mail because somebody ran "clausewatch test-email" with your address; nothing more will follow.';

/** Why this mail came and how to make it stop; null for a sample. */
export function subscriptionLines(subscription: Subscription | null): string[] {
  if (subscription === null) return [SAMPLE_REASON];
  const { id, selectors, topics, minSeverity } = subscription;
  const about = topics === 'all' ? 'all topics' : topics.join(', ');
  const least = minSeverity === 'none' ? '' : `, severity ${SEVERITY_WORDS[minSeverity].toLowerCase()} or above`;
  const watched = clip(visibleText(selectors.join(', ')), 200);
  return [
    `You get this mail because the subscription “${clip(visibleText(id), 80)}” (${watched}; ${about}${least}) names your address.`,
    'To stop it, take your address out of "subscriptions" in config/settings.jsonc, or ask whoever runs this clausewatch to do so.',
  ];
}
