/** Format 1 of the archive. Instants are text (ISO 8601, UTC, milliseconds) so that they sort and compare as such. */
export const FIRST_FORMAT = `
CREATE TABLE contents (
  sha256 TEXT PRIMARY KEY,                        -- of the bytes as given, before compression
  path TEXT NOT NULL UNIQUE COLLATE NOCASE,       -- below the archive's folder; some file systems know no case
  bytes INTEGER NOT NULL,
  stored_bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE captures (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  body_sha256 TEXT NOT NULL,
  content_sha256 TEXT REFERENCES contents (sha256), -- null once the body was let go as noise
  state TEXT NOT NULL CHECK (state IN ('received', 'judged')),
  outcome TEXT,
  capture TEXT NOT NULL
) STRICT;
CREATE INDEX captures_unjudged ON captures (fetched_at) WHERE state = 'received';
CREATE INDEX captures_with_body ON captures (document_id, url) WHERE content_sha256 IS NOT NULL;
CREATE INDEX captures_by_content ON captures (content_sha256) WHERE content_sha256 IS NOT NULL;

CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  origin TEXT NOT NULL,
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  reverts_to TEXT REFERENCES versions (id),
  capture_id TEXT NOT NULL REFERENCES captures (id),
  words INTEGER NOT NULL,
  page_sha256 TEXT NOT NULL REFERENCES contents (sha256),
  markdown_sha256 TEXT NOT NULL REFERENCES contents (sha256),
  UNIQUE (document_id, number)
) STRICT;
CREATE INDEX versions_by_hash ON versions (document_id, hash, number);
CREATE INDEX versions_by_capture ON versions (capture_id);
CREATE INDEX versions_by_page ON versions (page_sha256);
CREATE INDEX versions_by_markdown ON versions (markdown_sha256);

CREATE TABLE changes (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  before_id TEXT NOT NULL REFERENCES versions (id),
  after_id TEXT NOT NULL REFERENCES versions (id),
  detected_at TEXT NOT NULL,
  severity TEXT NOT NULL,
  redline TEXT NOT NULL,
  classification TEXT NOT NULL
) STRICT;
CREATE INDEX changes_of_document ON changes (document_id, detected_at);
CREATE INDEX changes_by_time ON changes (detected_at);

CREATE TABLE checks (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  message TEXT,
  ms REAL NOT NULL,
  robots_override TEXT,
  change_id TEXT REFERENCES changes (id),
  capture_id TEXT REFERENCES captures (id)
) STRICT;
CREATE INDEX checks_of_document ON checks (document_id, at);

CREATE TABLE validators (
  document_id TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT
) STRICT;

CREATE TABLE leases (
  document_id TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subscription_id TEXT NOT NULL,
  change_id TEXT,
  message TEXT NOT NULL,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'dead', 'discarded')),
  attempts INTEGER NOT NULL,
  next_attempt_at TEXT NOT NULL,
  last_error TEXT,
  delivered_at TEXT,
  answer TEXT,
  claimed_by TEXT,
  claimed_until TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE state = 'queued';
CREATE INDEX outbox_by_state ON outbox (state, created_at);
`;
