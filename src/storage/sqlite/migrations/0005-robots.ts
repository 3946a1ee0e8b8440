/** Format 5 of the archive: what servers answered for robots.txt, so that each is asked once a day by all commands. */
export const ROBOTS = `
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  status INTEGER NOT NULL,
  body BLOB NOT NULL,
  read_at INTEGER NOT NULL                          -- epoch milliseconds
) STRICT;
`;
