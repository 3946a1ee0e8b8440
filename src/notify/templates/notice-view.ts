import type { Subscription } from '../../domain/alert.ts';

/** A message about clausewatch's own work, as its templates arrange it. All text is visible text of one line. */
export interface NoticeView {
  readonly headline: string;
  readonly intro: readonly string[];
  readonly sections: readonly NoticeSection[];
  readonly subscription: Subscription;
}

export interface NoticeSection {
  readonly title: string;
  readonly items: readonly NoticeItem[];
}

export interface NoticeItem {
  /** Stands out; "" where there is nothing to name. */
  readonly name: string;
  readonly lines: readonly string[];
}
