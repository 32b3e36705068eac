/** The tables of a snapshot. `snapshot-reading.ts` and `snapshot-writing.ts` alone speak to them. */

/** Raised with every change of the tables below; another number means: make the snapshot anew from the feed. */
export const snapshotFormat = 1;

export const tables = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item (
  type TEXT NOT NULL, id TEXT NOT NULL, slug TEXT, sort TEXT, revision INTEGER NOT NULL, digest TEXT NOT NULL,
  data TEXT NOT NULL, PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_slug ON item (type, slug);
CREATE INDEX IF NOT EXISTS item_sort ON item (type, sort, id);
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
`;
