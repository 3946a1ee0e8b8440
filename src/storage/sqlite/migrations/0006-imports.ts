/** Format 6 of the archive: versions that others recorded. */
export const IMPORTS = `
ALTER TABLE versions ADD COLUMN provenance TEXT;    -- JSON: repository, commit, path, licence; null: our own

CREATE TABLE imports (
  document_id TEXT NOT NULL,
  commit_id TEXT NOT NULL,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  PRIMARY KEY (document_id, commit_id, path)
) STRICT;
`;
