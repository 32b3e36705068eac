/** The longer statements with which a snapshot is changed. */

/** The standing of a row, spelled as `pending` keeps it. */
const asItem = `'{' || coalesce('"at":"' || at || '",', '') || '"item":' || data || '}'`;
const asTombstone = `'{"tombstone":' || data || '}'`;

/** Keeps what a document is before its first change since the last release; a later change keeps the first. */
export const rememberOne = `INSERT OR IGNORE INTO pending VALUES (?, ?, coalesce(
  (SELECT ${asItem} FROM item WHERE type = ? AND id = ?),
  (SELECT ${asTombstone} FROM tombstone WHERE type = ? AND id = ?)))`;

/** The media items of some bytes. Asked only of files that fail: no index is kept for it. */
export const mediaOfBytes = `SELECT id, data FROM item
  WHERE type = 'media' AND json_extract(data, '$.sha256') = ? ORDER BY id`;

/** What a whole feed brought, by name; of this connection alone. */
export const beginWhole = `
  CREATE TEMP TABLE IF NOT EXISTS brought (type TEXT, id TEXT, PRIMARY KEY (type, id)) WITHOUT ROWID;
  DELETE FROM brought;`;

const notBrought = (table: string, prefix = '') =>
  `NOT EXISTS (SELECT 1 FROM brought
     WHERE brought.type = ${table}.${prefix}type AND brought.id = ${table}.${prefix}id)`;

/** Lets go of everything that a whole feed did not bring. */
export const endWhole = `
  INSERT OR IGNORE INTO pending SELECT type, id, ${asItem} FROM item WHERE ${notBrought('item')};
  INSERT OR IGNORE INTO pending SELECT type, id, ${asTombstone} FROM tombstone WHERE ${notBrought('tombstone')};
  DELETE FROM item WHERE ${notBrought('item')};
  DELETE FROM tombstone WHERE ${notBrought('tombstone')};
  DELETE FROM alias WHERE ${notBrought('alias')};
  DELETE FROM edge WHERE ${notBrought('edge', 'from_')};
  DELETE FROM link WHERE ${notBrought('link', 'from_')};
  DELETE FROM brought;`;

/** What came again as it was has not changed. */
export const forgetSame = `
  DELETE FROM pending WHERE before IS coalesce(
    (SELECT ${asItem} FROM item WHERE item.type = pending.type AND item.id = pending.id),
    (SELECT ${asTombstone} FROM tombstone WHERE tombstone.type = pending.type AND tombstone.id = pending.id));`;
