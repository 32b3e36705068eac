/**
 * A running CMS with a corpus in its feed: its rows stand in the table that the feed reads (law 8), as many years of
 * publishing would have left them, and no document stands behind them. Only what is not the office's own is put in.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import type { Item } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { corpus } from './corpus.ts';

/** Rows a transaction: the office must get its turn in between. */
const batch = 500;

/**
 * Stay open until this process ends. The last to close a database empties its log, and whether a running CMS counts
 * as open is not this rig's to try out: its feed reads the file with another SQLite than Strapi writes it with, and
 * what one of two in a process closes takes the other's locks with it (sqlite.org/howtocorrupt.html, 2.2).
 */
const open = new Set<DatabaseSync>();

/** Answers the newest revision. The CMS notices by itself, within seconds. */
export function fillCms(dataDir: string, articles: number): number {
  const database = new DatabaseSync(join(dataDir, 'cms', 'data.db'));
  database.exec('PRAGMA busy_timeout = 10000');
  const insert = database.prepare(
    `INSERT INTO xinglin_presented (type, document_id, state, revision, digest, form, slug, title, boundary_at)
     VALUES (?, ?, 'live', ?, ?, ?, ?, ?, NULL)`,
  );
  const head = database.prepare('SELECT revision FROM xinglin_head WHERE id = 1');
  const move = database.prepare('UPDATE xinglin_head SET revision = ? WHERE id = 1');
  const hasSite = database.prepare("SELECT 1 FROM xinglin_presented WHERE type = 'site'").get() !== undefined;
  let revision = 0;
  const write = (items: readonly Item[]): void => {
    database.exec('BEGIN IMMEDIATE');
    revision = Number(head.get()?.['revision']);
    for (const item of items) {
      revision += 1;
      const slug = 'slug' in item ? item.slug : null;
      const title = 'title' in item ? item.title : '';
      insert.run(item.type, item.id, revision, formDigest(item), canonicalJson(item), slug, title);
    }
    move.run(revision);
    database.exec('COMMIT');
  };
  const items: Item[] = [];
  for (const item of corpus({ articles })) {
    if (item.type === 'slot' || (item.type === 'site' && hasSite)) continue;
    items.push(item);
    if (items.length === batch) write(items.splice(0));
  }
  write(items);
  open.add(database);
  return revision;
}
