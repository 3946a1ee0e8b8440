import type { Message, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { stableId } from '../domain/stable-id.ts';
import { alertView } from './alert-view.ts';
import { messageIdFor } from './message-id.ts';
import { renderAlert } from './render-alert.ts';
import { sampleAlert } from './sample-alert.ts';

/** The alert that `test-email` sends: a fictional platform, marked as a sample in subject and text. */
export function composeSample(input: {
  readonly to: Subscription['to'];
  readonly now: Instant;
  /** Right side of the Message-ID, such as the domain of the sender's address. */
  readonly host?: string;
}): Message {
  const { to, now, host = '' } = input;
  return {
    messageId: messageIdFor(stableId('sample', to.address, now), host),
    to,
    ...renderAlert(alertView(sampleAlert(now), { sample: true }), null),
    date: now,
  };
}
