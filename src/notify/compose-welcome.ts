import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { matchSelectors } from '../domain/match-selector.ts';
import type { Platform } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import { messageIdFor } from './message-id.ts';
import { welcomeHtml } from './templates/welcome-html.ts';
import { welcomeText } from './templates/welcome-text.ts';
import type { WelcomeView } from './templates/welcome-view.ts';
import { clip, visibleText } from './visible-text.ts';

export interface WelcomeInput {
  readonly subscription: Subscription;
  readonly platforms: readonly Platform[];
  /** Documents that no version is known of, and why, for people. */
  readonly unreadable: readonly { readonly documentId: string; readonly reason: string }[];
  readonly now: Instant;
  /** Right side of the Message-ID, such as the domain of the sender's address. */
  readonly host?: string;
}

/** One message per subscription, ever: its id does not depend on what is watched. */
export function composeWelcome(input: WelcomeInput): OutboxRow {
  const { subscription, now, host = '' } = input;
  const view = welcomeView(input);
  const id = stableId('welcome', subscription.id, subscription.to.address);
  return {
    id,
    kind: 'welcome',
    subscriptionId: subscription.id,
    changeId: null,
    message: {
      messageId: messageIdFor(id, host),
      to: subscription.to,
      subject: `[clausewatch] ${view.headline}`,
      text: welcomeText(view),
      html: welcomeHtml(view),
      date: now,
    },
    createdAt: now,
  };
}

const MAX_UNREADABLE = 100;

function welcomeView({ subscription, platforms, unreadable }: WelcomeInput): WelcomeView {
  const reasons = new Map(unreadable.map(({ documentId, reason }) => [documentId, reason]));
  const matched = platforms.map((platform) => ({
    platform,
    documents: platform.documents.filter((one) => one.enabled && matchSelectors(subscription.selectors, one)),
  }));
  const all = matched.flatMap(({ documents }) => documents);
  const failed = all.filter(({ id }) => reasons.has(id));
  const watched = all.length - failed.length;
  const count = watched === 1 ? '1 document' : `${watched} documents`;
  return {
    headline: watched === 0 ? 'No document could be read yet' : `Now watching ${count} for you`,
    watched: matched
      .map(({ platform, documents }) => ({
        platform: clip(visibleText(platform.name), 120),
        documents: documents.filter(({ id }) => !reasons.has(id)).map(({ name }) => clip(visibleText(name), 160)),
      }))
      .filter(({ documents }) => documents.length > 0),
    unreadable: failed.slice(0, MAX_UNREADABLE).map(({ id, platform, name }) => ({
      document: clip(visibleText(`${platforms.find((one) => one.id === platform)?.name ?? platform}: ${name}`), 200),
      reason: clip(visibleText(reasons.get(id) ?? ''), 300),
    })),
    noAiPage: matched.flatMap(({ platform, documents }) =>
      platform.noAiPage === undefined || documents.length === 0
        ? []
        : [
            {
              platform: clip(visibleText(platform.name), 120),
              reason: clip(visibleText(platform.noAiPage.reason), 300),
            },
          ],
    ),
    next: NEXT,
    subscription,
  };
}

const NEXT = [
  'The texts as they stand today are stored. When one of them changes in a way you asked for, you get a mail that quotes what changed, before and after. No mail means that nothing of the kind was seen in the documents listed as watched.',
  'What could not be read is tried again at every check. It counts as not watched until it can be read.',
  'To see the state at any time: npx clausewatch status. To check now: npx clausewatch check.',
];
