import type { ReadAct, Reading } from '../reading.ts';

/** Acts of the platform itself (or of nobody named) that nobody is forbidden to do. */
export function platformActs(reading: Reading): ReadAct[] {
  return reading.acts.filter(
    // "users who do not want …" wish about what the platform does
    ({ isOwn, forbidden, polarity, actor: { party } }) =>
      isOwn &&
      !forbidden &&
      (party === 'platform' || party === 'unknown' || (party === 'person' && polarity === 'wish')),
  );
}

/** Is the statement about training: by its own words, or by "this" after a sentence that was? */
export function isAboutTraining(reading: Reading): boolean {
  return platformActs(reading).length > 0 || reading.followsTraining;
}
