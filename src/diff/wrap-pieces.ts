/** A stretch of text with one look. Spaces in it are where lines may break; a line feed always breaks. */
export interface Piece {
  readonly text: string;
  readonly paint: (text: string) => string;
}

interface Fragment extends Piece {
  readonly space: boolean;
}

/** Fills lines of at most `width` characters; longer words stand alone on theirs. Every line begins with `indent`. */
export function wrapPieces(pieces: readonly Piece[], width: number, indent: string): string[] {
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let gap: Fragment | null = null;
  let word: Fragment[] = [];
  const endWord = (): void => {
    const size = word.reduce((sum, { text }) => sum + text.length, 0);
    if (size === 0) return;
    if (used > 0 && gap && used + 1 + size > room) endLine();
    if (used > 0 && gap) {
      line += gap.paint(' ');
      used++;
    }
    for (const { text, paint } of word) line += paint(text);
    used += size;
    gap = null;
    word = [];
  };
  const endLine = (): void => {
    lines.push(indent + line);
    line = '';
    used = 0;
    gap = null;
  };
  for (const piece of pieces) {
    for (const text of piece.text.split(/( +|\n)/)) {
      if (text === '') continue;
      if (text.trim() !== '') word.push({ ...piece, text, space: false });
      else {
        endWord();
        if (text === '\n') endLine();
        else gap = { ...piece, text, space: true };
      }
    }
  }
  endWord();
  if (used > 0) endLine();
  return lines;
}
