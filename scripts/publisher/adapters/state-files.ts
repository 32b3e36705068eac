/** The part of publisher.db that knows the live tree, file by file. */
import type { ObjectDigest, ViewDigest } from '@xinglin/shared/digest.js';
import { gonePath, notFoundPath } from '@xinglin/shared/paths.js';
import type { FileRecord, Files, KeptTree, Origin } from '../ports.ts';
import type { Row, StateDatabase } from './state-database.ts';

export class StateFiles implements Files {
  readonly #database: StateDatabase;

  constructor(database: StateDatabase) {
    this.#database = database;
  }

  file(path: string): FileRecord | undefined {
    const row = this.#database.get('SELECT * FROM file WHERE path = ?', path);
    return row && recordOf(row);
  }

  *files(): Iterable<FileRecord> {
    for (const row of this.#database.walk('SELECT * FROM file ORDER BY path')) yield recordOf(row);
  }

  filesAfter(path: string, limit: number): FileRecord[] {
    return this.#database
      .all('SELECT * FROM file WHERE path > ? ORDER BY path LIMIT ?', path, limit)
      .map(recordOf);
  }

  moved(): { path: string; status: number; location: string | undefined }[] {
    return this.#database
      .all(
        'SELECT path, status, location FROM file WHERE status <> 200 AND path NOT IN (?, ?) ORDER BY path',
        notFoundPath,
        gonePath,
      )
      .map(recordOf);
  }

  unsure(): { path: string; origin: Origin }[] {
    return this.#database.all(
      "SELECT path, origin FROM file WHERE unknown = 1 OR (view IS NULL AND origin = 'page')",
    ) as { path: string; origin: Origin }[];
  }

  isUnknown(path: string): boolean {
    return this.#database.get('SELECT unknown FROM file WHERE path = ?', path)?.['unknown'] === 1;
  }

  doubt(entries: readonly { path: string; origin: Origin }[]): void {
    this.#database.atOnce(() => {
      for (const { path, origin } of entries) {
        this.#database.run(
          `INSERT INTO file VALUES (?, ?, ?, 200, NULL, NULL, NULL, 0, 0, 1)
           ON CONFLICT (path) DO UPDATE SET unknown = 1`,
          ...[path, origin, origin],
        );
      }
    });
  }

  forgetViews(): void {
    this.#database.run("UPDATE file SET view = NULL WHERE origin = 'page'");
  }

  nextStamp(nowSeconds: number): number {
    const stamp = Math.max(nowSeconds, Number(this.#database.meta('stamp') ?? 0) + 1);
    this.#database.setMeta('stamp', String(stamp));
    return stamp;
  }

  retiredSince(path: string): number | undefined {
    const row = this.#database.get('SELECT since FROM retired WHERE path = ?', path);
    return row && Number(row['since']);
  }

  tree(): number | undefined {
    const tree = this.#database.meta('tree');
    return tree === undefined ? undefined : Number(tree);
  }

  keptTree(): KeptTree | undefined {
    const kept = this.#database.meta('kept-tree');
    return kept === undefined ? undefined : (JSON.parse(kept) as KeptTree);
  }

  forgetKeptTree(): void {
    this.#database.setMeta('kept-tree', null);
  }
}

export function recordOf(row: Row): FileRecord {
  return {
    path: row['path'] as string,
    origin: row['origin'] as Origin,
    kind: row['kind'] as string,
    status: row['status'] as FileRecord['status'],
    location: (row['location'] ?? undefined) as string | undefined,
    view: (row['view'] ?? undefined) as ViewDigest | undefined,
    object: (row['object'] ?? undefined) as ObjectDigest | undefined,
    size: row['size'] as number,
    mtime: row['mtime'] as number,
  };
}
