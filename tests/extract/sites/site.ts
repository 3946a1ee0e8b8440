export interface Site {
  readonly name: string;
  /** The page as it is served on one day, from 1 to 3: the same policy, everything else a little different. */
  readonly page: (day: number) => string;
  /** Lines read that no person would call text; the honest list of what falls short. */
  readonly also?: readonly string[];
}
