/** Format 3 of the archive: documents of several parts, and several captures in one check. */
export const PARTS = `
ALTER TABLE captures ADD COLUMN reason TEXT;        -- of what stands as the suspect of its part; null for others

CREATE TABLE parts (
  document_id TEXT NOT NULL,
  url TEXT NOT NULL,
  capture_id TEXT NOT NULL REFERENCES captures (id),
  page_sha256 TEXT NOT NULL REFERENCES contents (sha256),
  by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
  verified_until TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  PRIMARY KEY (document_id, url)
) STRICT;
CREATE INDEX parts_by_capture ON parts (capture_id);
CREATE INDEX parts_by_page ON parts (page_sha256);
`;
