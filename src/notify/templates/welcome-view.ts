import type { Subscription } from '../../domain/alert.ts';

/** What the templates of the welcome message arrange. */
export interface WelcomeView {
  readonly headline: string;
  readonly watched: readonly { readonly platform: string; readonly documents: readonly string[] }[];
  readonly unreadable: readonly { readonly document: string; readonly reason: string }[];
  readonly noAiPage: readonly { readonly platform: string; readonly reason: string }[];
  readonly next: readonly string[];
  readonly subscription: Subscription;
}
