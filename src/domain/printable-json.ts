// JSON.stringify escapes the controls below U+0020 only: C1 controls steer terminals too, and bidirectional ones make a
// line read in another order.
const UNPRINTABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** JSON that parses to the same value and may be printed: what would steer a terminal stands there as `\uXXXX`. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
