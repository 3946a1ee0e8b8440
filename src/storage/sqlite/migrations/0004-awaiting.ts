/**
 * Format 4 of the archive: differences that wait to be seen a second time, alerts held while a document goes back and
 * forth, contents that are stored as their difference from another one, and compressed redlines.
 */
export const AWAITING = `
CREATE TABLE awaiting (
  document_id TEXT NOT NULL,
  url TEXT NOT NULL,
  capture_id TEXT NOT NULL REFERENCES captures (id),
  page_sha256 TEXT NOT NULL REFERENCES contents (sha256),
  since TEXT NOT NULL,
  PRIMARY KEY (document_id, url)
) STRICT;
CREATE INDEX awaiting_by_page ON awaiting (page_sha256);
CREATE INDEX captures_unconfirmed ON captures (document_id, url, fetched_at) WHERE outcome = 'unconfirmed';

ALTER TABLE document_states ADD COLUMN held_change_id TEXT REFERENCES changes (id); -- its alerts wait; null: none

ALTER TABLE changes ADD COLUMN redline_zstd BLOB;   -- compressed, with nothing in redline; null: redline holds it

ALTER TABLE contents ADD COLUMN base_sha256 TEXT REFERENCES contents (sha256); -- needed to unpack it; null: none
CREATE INDEX contents_by_base ON contents (base_sha256) WHERE base_sha256 IS NOT NULL;
`;
