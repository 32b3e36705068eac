/** The part of publisher.db that lets go: of old releases, and of what may be found in none of them (law 6). */
import type { ObjectDigest } from '@xinglin/shared/digest.js';
import { originalOf } from '../media-plan.ts';
import type { Origin, Purge } from '../ports.ts';
import type { Row, StateDatabase } from './state-database.ts';

/** A statement takes so many values, and a removal may come with many others. */
const marksAtOnce = 64;

export class StatePast {
  readonly #database: StateDatabase;

  constructor(database: StateDatabase) {
    this.#database = database;
  }

  /**
   * Folds the oldest releases into the one after them: of each path the newest row up to the oldest retained
   * release stays, so that every retained release can still be put together.
   */
  forgetReleases(keep: number): { objects: ObjectDigest[]; sha256s: string[] } {
    const rows = this.#database.all('SELECT number FROM release ORDER BY number');
    const numbers = rows.map((row) => Number(row['number']));
    const loose = new Map<ObjectDigest, { origin: string; path: string }>();
    while (numbers.length > keep) {
      const oldest = numbers.shift() as number;
      for (const row of this.#fold(oldest, numbers[0] as number)) {
        const { origin, path } = row as { origin: string; path: string };
        if (row['object'] !== null) loose.set(row['object'] as ObjectDigest, { origin, path });
      }
    }
    const gone = [...loose].filter(([object]) => !this.isNamed(object));
    this.#database.atOnce(() => {
      for (const [object] of gone) this.#database.run('DELETE FROM mention WHERE object = ?', object);
    });
    const originals = gone.flatMap(([, { origin, path }]) =>
      origin === 'media' ? (originalOf(path) ?? []) : [],
    );
    return {
      objects: gone.filter(([, { origin }]) => origin !== 'media').map(([object]) => object),
      sha256s: [...new Set(originals)].filter(
        (sha256) => !this.#isMade('release_file', sha256) && !this.isShown(sha256),
      ),
    };
  }

  /** Folds a release into the next one; answers the rows that this supersedes. */
  #fold(oldest: number, next: number): Row[] {
    const superseded = `path IN (SELECT path FROM release_file WHERE release = ?) AND release < ?`;
    return this.#database.atOnce(() => {
      const rows = this.#database.all(
        `SELECT path, origin, object FROM release_file WHERE ${superseded}`,
        ...[next, next],
      );
      this.#database.run(`DELETE FROM release_file WHERE ${superseded}`, next, next);
      this.#database.run('DELETE FROM release_file WHERE release = ? AND object IS NULL', oldest);
      this.#database.run('DELETE FROM cause WHERE release = ?', oldest);
      this.#database.run('DELETE FROM release WHERE number = ?', oldest);
      return rows;
    });
  }

  pastOf(path: string): ObjectDigest[] {
    return this.#database
      .all('SELECT DISTINCT object FROM release_file WHERE path = ? AND object IS NOT NULL', path)
      .map((row) => row['object'] as ObjectDigest);
  }

  isShown(sha256: string): boolean {
    return this.#isMade('file', sha256);
  }

  #isMade(table: 'file' | 'release_file', sha256: string): boolean {
    return mediaRanges(sha256).some(
      ([from, to]) =>
        this.#database.get(
          `SELECT 1 FROM ${table} WHERE path >= ? AND path < ? AND object IS NOT NULL LIMIT 1`,
          ...[from, to],
        ) !== undefined,
    );
  }

  pastObjects(origin: Origin): ObjectDigest[] {
    return this.#database
      .all(
        `SELECT DISTINCT object FROM release_file
         WHERE origin = ? AND object IS NOT NULL AND object NOT IN (SELECT object FROM file WHERE object IS NOT NULL)`,
        origin,
      )
      .map((row) => row['object'] as ObjectDigest);
  }

  marked(marks: readonly Uint8Array[]): ObjectDigest[] {
    const found = new Set<ObjectDigest>();
    for (let at = 0; at < marks.length; at += marksAtOnce) {
      const some = marks.slice(at, at + marksAtOnce);
      const any = some.map(() => 'instr(marks, ?) > 0').join(' OR ');
      const rows = this.#database.all(`SELECT object FROM mention WHERE ${any}`, ...some);
      for (const row of rows) found.add(row['object'] as ObjectDigest);
    }
    return [...found];
  }

  pathsNow(object: ObjectDigest): string[] {
    return this.#paths('SELECT path FROM file WHERE object = ?', object);
  }

  pathsEver(object: ObjectDigest): string[] {
    return this.#paths('SELECT DISTINCT path FROM release_file WHERE object = ?', object);
  }

  pathsMadeOf(sha256: string): string[] {
    const text = 'SELECT DISTINCT path FROM release_file WHERE path >= ? AND path < ?';
    return mediaRanges(sha256).flatMap((range) => this.#paths(text, ...range));
  }

  #paths(sql: string, ...values: string[]): string[] {
    return this.#database.all(sql, ...values).map((row) => row['path'] as string);
  }

  replacePast(objects: readonly ObjectDigest[]): void {
    this.#database.atOnce(() => {
      for (const object of objects) {
        this.#database.run(
          `UPDATE release_file SET (kind, status, location, view, object, size) = (
             SELECT file.kind, file.status, file.location, file.view, file.object, file.size
             FROM (SELECT 1) LEFT JOIN file ON file.path = release_file.path)
           WHERE object = ? AND EXISTS (SELECT 1 FROM file WHERE file.path = release_file.path)`,
          object,
        );
        this.#database.run('UPDATE release_file SET object = NULL, view = NULL WHERE object = ?', object);
        this.#database.run('DELETE FROM mention WHERE object = ?', object);
      }
    });
  }

  dropPastMedia(sha256s: ReadonlySet<string>): void {
    this.#database.atOnce(() => {
      for (const range of [...sha256s].flatMap(mediaRanges)) {
        this.#database.run('DELETE FROM release_file WHERE path >= ? AND path < ?', ...range);
      }
    });
  }

  purges(): Purge[] {
    return this.#database
      .all('SELECT * FROM purge ORDER BY id')
      .map((row) => ({ id: Number(row['id']), ...JSON.parse(row['traces'] as string) }) as Purge);
  }

  purged(id: number): void {
    const purge = this.purges().find((one) => one.id === id);
    this.#database.atOnce(() => {
      for (const { type, id: document } of purge?.items ?? []) {
        this.#database.run("UPDATE cause SET title = '（已撤下）' WHERE type = ? AND id = ?", type, document);
      }
      this.#database.run('DELETE FROM purge WHERE id = ?', id);
    });
    this.#database.emptyLog();
  }

  isNamed(object: ObjectDigest): boolean {
    return (
      this.#database.get('SELECT 1 FROM release_file WHERE object = ? LIMIT 1', object) !== undefined ||
      this.#database.get('SELECT 1 FROM file WHERE object = ? LIMIT 1', object) !== undefined
    );
  }
}

/** Where files made of an original stand, among paths in code-unit order. */
function mediaRanges(sha256: string): [string, string][] {
  return ['media', 'files'].map((section) => {
    const begin = `/${section}/${sha256.slice(0, 2)}/${sha256}`;
    return [begin, `${begin}~`];
  });
}
