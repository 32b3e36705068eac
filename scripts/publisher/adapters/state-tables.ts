/** The tables of publisher.db. Another format number means: make the file anew, everything is rendered again. */
export const stateFormat = '3';

export const stateTables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file (
  path TEXT PRIMARY KEY, origin TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER NOT NULL, location TEXT,
  view TEXT, object TEXT, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
  unknown INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_unsure ON file (path) WHERE unknown = 1 OR (view IS NULL AND origin = 'page');
CREATE INDEX IF NOT EXISTS file_object ON file (object);
CREATE INDEX IF NOT EXISTS file_moved ON file (path) WHERE status <> 200;
CREATE TABLE IF NOT EXISTS release (
  number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, epoch TEXT NOT NULL, revision INTEGER NOT NULL,
  bundle TEXT NOT NULL, frame TEXT NOT NULL, at TEXT NOT NULL, counts TEXT NOT NULL, note TEXT
);
-- Which acts a release took up.
CREATE TABLE IF NOT EXISTS cause (
  release INTEGER NOT NULL, place INTEGER NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL,
  act TEXT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (release, place)
) WITHOUT ROWID;
-- What a release changed; the newest row of a path up to a release is what it serves, object NULL where removed.
CREATE TABLE IF NOT EXISTS release_file (
  path TEXT NOT NULL, release INTEGER NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER NOT NULL,
  location TEXT, view TEXT, object TEXT, size INTEGER NOT NULL, cause INTEGER, PRIMARY KEY (path, release)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS release_file_release ON release_file (release);
CREATE INDEX IF NOT EXISTS release_file_object ON release_file (object);
-- What each kept page names, as four bytes a name (marks.ts): every page object of file and release_file has a row.
CREATE TABLE IF NOT EXISTS mention (object TEXT PRIMARY KEY, marks BLOB NOT NULL) WITHOUT ROWID;
-- Assets that the code no longer brings along: pages that are still open in a browser may want them.
CREATE TABLE IF NOT EXISTS retired (path TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS purge (id INTEGER PRIMARY KEY AUTOINCREMENT, traces TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS quarantine (
  type TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, revision INTEGER NOT NULL, problems TEXT NOT NULL,
  PRIMARY KEY (type, id)
) WITHOUT ROWID;
-- What was found at a page or an item and still stands, as a JSON list.
CREATE TABLE IF NOT EXISTS finding (subject TEXT PRIMARY KEY, findings TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, receipts TEXT NOT NULL);
`;
