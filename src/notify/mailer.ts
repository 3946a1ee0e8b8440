import type { Message } from '../domain/alert.ts';

export type SendOutcome =
  /** `answer`: what the server said, or where the file was written. */
  | { readonly kind: 'sent'; readonly answer: string }
  /** May pass: refused connection, greylisting, 4xx. */
  | { readonly kind: 'passing'; readonly code: string; readonly error: string }
  /** Trying again cannot help: unknown recipient, 5xx. */
  | { readonly kind: 'permanent'; readonly code: string; readonly error: string };

/** One way to hand over a message. Never throws for what the receiving end did. */
export interface Mailer {
  /** For people: "smtp://mail.example.org:587" (no secrets) or the folder of the .eml files. */
  readonly target: string;
  send(message: Message): Promise<SendOutcome>;
  close(): Promise<void>;
}
