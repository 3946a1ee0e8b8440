// Default-ignorable characters hold the bidirectional controls, which can make a terminal show another text than was sent.
const UNSAFE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\s]+/gu;

/** Text of a stranger made fit for one line of a terminal or a log: no control characters, at most `maxLength` characters. */
export function safeText(text: string, maxLength: number): string {
  // Cut before and after: the pattern never runs over megabytes.
  const line = text
    .slice(0, maxLength * 2)
    .replace(UNSAFE, ' ')
    .trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
