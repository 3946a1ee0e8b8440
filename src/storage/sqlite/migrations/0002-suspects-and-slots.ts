/** Format 2 of the archive: the way out for suspects, what is remembered per document, the pause per host. */
export const SUSPECTS_AND_SLOTS = `
ALTER TABLE captures ADD COLUMN page_hash TEXT;     -- of suspects: which words were read; null for others

ALTER TABLE outbox ADD COLUMN queued_at TEXT;       -- when a person asked for delivery again; null: created_at

CREATE TABLE document_states (
  document_id TEXT PRIMARY KEY,
  fetched_via TEXT CHECK (fetched_via IN ('http', 'browser')),
  told_unreadable_at TEXT
) STRICT;

CREATE TABLE host_slots (
  host TEXT PRIMARY KEY,
  holder TEXT,                                      -- null while only the pause is left
  seen_at INTEGER NOT NULL                          -- epoch milliseconds: sign of life of the holder, or the release
) STRICT;
`;
