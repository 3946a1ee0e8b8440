/** How it stands with a daemon, as it knows by itself. */
export interface DaemonHealth {
  readonly version: string;
  readonly startedAt: Date;
  /** When a round of planning last came to a good end, the archive written to included. */
  readonly lastTick: Date | null;
  /** What was wrong with the newest round; null when nothing. */
  readonly tickError: string | null;
  readonly canary: {
    readonly passedAt: Date | null;
    /** What is wrong since the newest run; null when nothing, or before the first. */
    readonly problem: string | null;
  };
  /** Documents whose check has been under way for far too long. */
  readonly stuck: readonly string[];
}

const SILENCE_MS = 3 * 60_000;

/** Why the daemon does not do its work, in words for a person; empty when it does. */
export function judgeReadiness(health: DaemonHealth, now: Date): string[] {
  const { lastTick, startedAt, tickError, canary, stuck } = health;
  const silence = now.getTime() - (lastTick ?? startedAt).getTime();
  return [
    ...(tickError === null ? [] : [`the newest round of planning failed: ${tickError}`]),
    ...(silence > SILENCE_MS
      ? [`no round of planning came to an end for ${Math.round(silence / 60_000)} minutes`]
      : []),
    ...(canary.problem === null ? [] : [`the canary document failed: ${canary.problem}`]),
    ...(stuck.length === 0 ? [] : [`checks that do not end: ${stuck.join(', ')}`]),
  ];
}
