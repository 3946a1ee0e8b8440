/** A page beyond the caps of size, nodes or depth: thrown while reading, caught where a page becomes a verdict. */
export class TooComplex extends Error {
  override readonly name = 'TooComplex';
}
