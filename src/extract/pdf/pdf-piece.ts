import type { TextLine } from './text-line.ts';

/** One block of a PDF before its lines are joined. */
export type PdfPiece = {
  readonly lines: readonly TextLine[];
  /** Nothing of the text stands above it on its page. */
  readonly startsPage: boolean;
} & (
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'text'; readonly bold: boolean /** Belongs to the list item above. */; readonly inItem: boolean }
  | { readonly kind: 'item'; readonly depth: number; readonly marker: string | null }
  | { readonly kind: 'row'; readonly cells: readonly (readonly TextLine[])[] }
);
