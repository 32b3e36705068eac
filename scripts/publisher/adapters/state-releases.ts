/** The part of publisher.db that knows releases: what each changed and why, and which of them is pinned. */
import type { Cause, FinishedPass, Release, ReleasedFile, ReleaseKind } from '../ports.ts';
import type { Row, StateDatabase } from './state-database.ts';
import { recordOf } from './state-files.ts';

export class StateReleases {
  readonly #database: StateDatabase;

  constructor(database: StateDatabase) {
    this.#database = database;
  }

  lastRelease(): Release | undefined {
    return releaseOf(this.#database.get('SELECT * FROM release ORDER BY number DESC LIMIT 1'));
  }

  release(number: number): Release | undefined {
    return releaseOf(this.#database.get('SELECT * FROM release WHERE number = ?', number));
  }

  releases(limit: number): Release[] {
    return this.#database
      .all('SELECT * FROM release ORDER BY number DESC LIMIT ?', limit)
      .flatMap((row) => releaseOf(row) ?? []);
  }

  causes(release: number): Cause[] {
    return this.#database.all(
      'SELECT type, id, revision, act, title FROM cause WHERE release = ? ORDER BY place',
      release,
    ) as unknown as Cause[];
  }

  changedIn(release: number): ReleasedFile[] {
    return this.#database
      .all('SELECT * FROM release_file WHERE release = ? ORDER BY path', release)
      .map(releasedOf);
  }

  fileAt(path: string, release: number): ReleasedFile | undefined {
    const row = this.#database.get(
      'SELECT * FROM release_file WHERE path = ? AND release <= ? ORDER BY release DESC LIMIT 1',
      ...[path, release],
    );
    return row && releasedOf(row);
  }

  changedAfter(release: number): string[] {
    return this.#database
      .all('SELECT DISTINCT path FROM release_file WHERE release > ? ORDER BY path', release)
      .map((row) => row['path'] as string);
  }

  changedBetween(after: number, upTo: number): string[] {
    const text = 'SELECT DISTINCT path FROM release_file WHERE release > ? AND release <= ? ORDER BY path';
    return this.#database.all(text, after, upTo).map((row) => row['path'] as string);
  }

  unpin(): void {
    this.#database.setMeta('pinned', null);
  }

  *manifest(release: number): Iterable<ReleasedFile> {
    const rows = this.#database.walk(
      `SELECT * FROM release_file AS one WHERE object IS NOT NULL AND release = (
         SELECT max(release) FROM release_file WHERE path = one.path AND release <= ?) ORDER BY path`,
      release,
    );
    for (const row of rows) yield releasedOf(row);
  }

  pinned(): number | undefined {
    const pinned = this.#database.meta('pinned');
    return pinned === undefined ? undefined : Number(pinned);
  }

  finish(done: FinishedPass): Release {
    return this.#database.atOnce(() => {
      const number = this.#insertRelease(done.release);
      this.#recordWritten(number, done);
      this.#recordCauses(number, done.causes);
      this.#recordFindings(done.findings);
      if (done.assets !== undefined) this.#retire(done.assets, done.release.at);
      this.#database.setMeta('tree', String(done.tree));
      if (done.kept !== undefined) this.#database.setMeta('kept-tree', JSON.stringify(done.kept));
      if (done.pin !== undefined) this.#database.setMeta('pinned', String(done.pin));
      if (done.purge !== undefined) {
        this.#database.run('INSERT INTO purge (traces) VALUES (?)', JSON.stringify(done.purge));
      }
      for (const part of done.receipts(number)) {
        this.#database.run('INSERT INTO outbox (receipts) VALUES (?)', JSON.stringify(part));
      }
      return { number, ...done.release };
    });
  }

  #insertRelease(release: Omit<Release, 'number'>): number {
    const { kind, epoch, revision, bundle, frame, at, counts, note } = release;
    return this.#database.run(
      `INSERT INTO release (kind, epoch, revision, bundle, frame, at, counts, note)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[kind, epoch, revision, bundle, frame, at, JSON.stringify(counts), note ?? null],
    );
  }

  #recordWritten(number: number, { written, removed, reviewed, failed }: FinishedPass): void {
    const change = 'INSERT INTO release_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const mention = 'INSERT OR IGNORE INTO mention VALUES (?, ?)';
    for (const { path, origin, kind, status, location, view, object, size, mtime, cause, marks } of written) {
      const what = [origin, kind, status, location ?? null, view ?? null, object ?? null, size] as const;
      this.#database.run(
        'INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
        path,
        ...what,
        mtime,
      );
      this.#database.run(change, path, number, ...what, cause ?? null);
      if (object !== undefined && marks !== undefined) this.#database.run(mention, object, marks);
    }
    for (const { path, cause } of removed) {
      const was = this.#database.get('SELECT * FROM file WHERE path = ?', path);
      this.#database.run('DELETE FROM file WHERE path = ?', path);
      const kind = (was?.['kind'] ?? '') as string;
      const origin = (was?.['origin'] ?? 'page') as string;
      this.#database.run(change, path, number, origin, kind, 200, null, null, null, 0, cause ?? null);
    }
    for (const { path, view } of reviewed) {
      this.#database.run('UPDATE file SET view = ? WHERE path = ?', view, path);
    }
    for (const path of failed) {
      this.#database.run(
        `INSERT INTO file VALUES (?, 'page', 'page', 200, NULL, NULL, NULL, 0, 0, 1)
         ON CONFLICT (path) DO UPDATE SET view = NULL`,
        path,
      );
    }
  }

  #recordFindings(findings: FinishedPass['findings']): void {
    for (const [subject, found] of findings) {
      if (found.length === 0) this.#database.run('DELETE FROM finding WHERE subject = ?', subject);
      else this.#database.run('INSERT OR REPLACE INTO finding VALUES (?, ?)', subject, JSON.stringify(found));
    }
  }

  #retire(assets: readonly string[], at: string): void {
    const kept = new Set(assets);
    const seconds = Math.floor(Date.parse(at) / 1000);
    for (const row of this.#database.all("SELECT path FROM file WHERE origin = 'asset'")) {
      const path = row['path'] as string;
      if (kept.has(path)) this.#database.run('DELETE FROM retired WHERE path = ?', path);
      else this.#database.run('INSERT OR IGNORE INTO retired VALUES (?, ?)', path, seconds);
    }
  }

  #recordCauses(number: number, causes: readonly Cause[]): void {
    for (const [place, { type, id, revision, act, title }] of causes.entries()) {
      this.#database.run(
        'INSERT INTO cause VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[number, place, type, id, revision, act, title],
      );
    }
  }
}

export function releasedOf(row: Row): ReleasedFile {
  const { mtime: _, ...file } = recordOf(row);
  return {
    ...file,
    release: row['release'] as number,
    cause: (row['cause'] ?? undefined) as number | undefined,
  };
}

function releaseOf(row: Row | undefined): Release | undefined {
  if (row === undefined) return undefined;
  return {
    number: row['number'] as number,
    kind: row['kind'] as ReleaseKind,
    epoch: row['epoch'] as string,
    revision: row['revision'] as number,
    bundle: row['bundle'] as string,
    frame: row['frame'] as string,
    at: row['at'] as string,
    counts: JSON.parse(row['counts'] as string) as Release['counts'],
    note: (row['note'] ?? undefined) as string | undefined,
  };
}
