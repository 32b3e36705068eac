/** The tables of publisher.db. Another format number means: make the file anew, everything is rendered again. */
export const stateFormat = '1';

export const stateTables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (
  path TEXT PRIMARY KEY, origin TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER NOT NULL,
  view TEXT, object TEXT, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
  unknown INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS release (
  number INTEGER PRIMARY KEY AUTOINCREMENT, epoch TEXT NOT NULL, revision INTEGER NOT NULL, bundle TEXT NOT NULL,
  at TEXT NOT NULL, counts TEXT NOT NULL
);
-- What a release changed; the newest row of a path up to a release is what it serves, NULL where removed.
CREATE TABLE IF NOT EXISTS release_file (
  release INTEGER NOT NULL, path TEXT NOT NULL, object TEXT, PRIMARY KEY (path, release)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gone (path TEXT PRIMARY KEY, redirect_to TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quarantine (
  type TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, revision INTEGER NOT NULL, problems TEXT NOT NULL,
  PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS media_fault (sha256 TEXT PRIMARY KEY, problem TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, receipts TEXT NOT NULL);
`;
