import type { Subscription } from '../domain/alert.ts';
import type { AlertView } from './alert-view.ts';
import { describeSubject } from './describe-subject.ts';
import { alertHtml } from './templates/alert-html.ts';
import { alertText } from './templates/alert-text.ts';

/** What a person reads. */
interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail about one change for one subscription; null for a sample, which nobody subscribed to. */
export function renderAlert(view: AlertView, subscription: Subscription | null): RenderedMail {
  return {
    subject: describeSubject(view),
    text: alertText(view, subscription),
    html: alertHtml(view, subscription),
  };
}
