/** The tables of a snapshot. `snapshot-reading.ts` and `snapshot-writing.ts` alone speak to them. */

/** Raised with every change of the tables below or of what an item holds; another number means: make the snapshot anew from the feed. */
export const snapshotFormat = 6;

export const tables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- The card is the item without its long texts; it stands before the data, so that reading it touches nothing of that.
CREATE TABLE IF NOT EXISTS item (
  type TEXT NOT NULL, id TEXT NOT NULL, slug TEXT, sort TEXT, revision INTEGER NOT NULL, digest TEXT NOT NULL,
  act TEXT, at TEXT, card TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_slug ON item (type, slug);
CREATE INDEX IF NOT EXISTS item_sort ON item (type, sort, id);
-- The last change of a month, or of what has no date.
CREATE INDEX IF NOT EXISTS item_at ON item (type, coalesce(substr(sort, 1, 7), ''), at);
CREATE INDEX IF NOT EXISTS item_revision ON item (revision);
CREATE TABLE IF NOT EXISTS edge (
  from_type TEXT NOT NULL, from_id TEXT NOT NULL, rel TEXT NOT NULL, to_type TEXT NOT NULL, to_id TEXT NOT NULL,
  sort TEXT, position INTEGER NOT NULL,
  PRIMARY KEY (from_type, from_id, rel, to_type, to_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edge_to ON edge (to_type, to_id, from_type, sort, from_id);
CREATE TABLE IF NOT EXISTS tombstone (
  type TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tombstone_revision ON tombstone (revision);
-- Which item pages the texts of an item name; those that do not exist included.
CREATE TABLE IF NOT EXISTS link (
  from_type TEXT NOT NULL, from_id TEXT NOT NULL, to_type TEXT NOT NULL, slug TEXT NOT NULL,
  PRIMARY KEY (from_type, from_id, to_type, slug)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS link_to ON link (to_type, slug);
-- Where an item, live or gone, stood before.
CREATE TABLE IF NOT EXISTS alias (
  type TEXT NOT NULL, slug TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (type, slug, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS alias_id ON alias (type, id);
-- What a changed document was at the last release: canonical JSON of its standing, NULL where it was nothing.
CREATE TABLE IF NOT EXISTS pending (type TEXT NOT NULL, id TEXT NOT NULL, before TEXT, PRIMARY KEY (type, id))
WITHOUT ROWID;
-- Pictures that the feed calls whole and that could not be made: why, by the hash of their bytes.
CREATE TABLE IF NOT EXISTS verdict (sha256 TEXT PRIMARY KEY, problem TEXT NOT NULL, lasting INTEGER NOT NULL)
WITHOUT ROWID;
`;
