/** A file that is broken, encrypted or cut short: thrown while reading, caught where a file becomes a verdict. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
