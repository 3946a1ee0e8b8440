/** What a server answered for robots.txt, redirects followed. The body is cut where readers may stop. */
export interface RobotsAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

export interface KeptRobots {
  readonly answer: RobotsAnswer;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

/**
 * The answers of robots.txt, kept from one command to the next and for all processes that share an archive. A failure of
 * the store is thrown and stops the run.
 */
export interface RobotsStore {
  /** `origin` as in URLs: `https://example.org:8443`. */
  get(origin: string): Promise<KeptRobots | null>;
  /** Takes the place of what was kept for that origin. */
  put(origin: string, kept: KeptRobots): Promise<void>;
}
