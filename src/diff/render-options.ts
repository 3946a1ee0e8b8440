/** How a redline is shown. Each renderer takes what concerns it and ignores the rest. */
export interface RenderOptions {
  /** What was compared; printed first. */
  readonly title?: string;
  /** Terminal: ANSI colours instead of `[-…-]{+…+}`. Default false. */
  readonly color?: boolean;
  /** Terminal and text: columns. Default 80, text 76. */
  readonly width?: number;
  /** HTML. Default `inline`. */
  readonly layout?: 'inline' | 'side-by-side';
  /** HTML: a whole document instead of a fragment. Default false. */
  readonly standalone?: boolean;
  /** HTML: BCP 47 language of the text. */
  readonly language?: string;
  /** Hunks that change nothing: listed after the others, or only counted. Default `list`. */
  readonly cosmetic?: 'list' | 'count';
  /** At most this many hunks; the rest is counted. Default all. */
  readonly maxHunks?: number;
  /** Characters of unchanged text kept on each side of a change. Default 160. */
  readonly context?: number;
}
