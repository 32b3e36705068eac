/** The database of a snapshot: prepared statements, reads of one state, and what was read before. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Item, ItemOf, ItemType } from './content/item.ts';
import { frozen } from './frozen.ts';
import { Kept } from './kept.ts';
import { readCard } from './snapshot-cards.ts';

/** Characters of cards that stay parsed: about ten thousand articles. */
const keptCharacters = 12_000_000;

/** Characters of items whose long texts stay at hand: about five hundred articles. */
const keptTexts = 2_000_000;

/** Rows of lists that are kept until something is written: many pages ask for the same. */
const keptRows = 200_000;

type Value = string | number;

export class Connection {
  readonly #database: DatabaseSync;
  readonly #numbers = new Map<string, number>();
  readonly #prepared = new Map<string, StatementSync>();
  readonly #items = new Kept<Item>(keptCharacters);
  readonly #texts = new Kept<Readonly<Record<string, string>>>(keptTexts);
  readonly #lists = new Kept<unknown[]>(keptRows);
  #writes = 0;
  /** SQLite's number of what other connections committed. */
  #others = -1;
  #reading = false;
  #writing = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get file(): string | undefined {
    return this.#database.location() ?? undefined;
  }

  /** Differs after every write, through this connection or another. */
  get version(): string {
    this.#beginReading();
    return `${this.#writes}.${this.#others}`;
  }

  /** A statement to read with, in this turn's transaction. */
  read(text: string): StatementSync {
    this.#beginReading();
    return this.sql(text);
  }

  /** A list's rows, frozen, because they are handed out again. */
  rows<Row>(text: string, ...values: Value[]): Row[] {
    const statement = this.read(text);
    const key = `${this.#numberOf(text)}\0${values.join('\0')}`;
    const kept = this.#lists.get(key);
    if (kept !== undefined) return kept as Row[];
    const rows = frozen(statement.all(...values));
    this.#lists.set(key, rows, 1 + rows.length);
    return rows as Row[];
  }

  /** A short name for a statement in keys. */
  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** An item, parsed once and frozen; its long texts are read when they are asked for. */
  item<Type extends ItemType>(type: Type, id: string): ItemOf<Type> | undefined {
    this.#beginReading();
    const key = `${type} ${id}`;
    const kept = this.#items.get(key);
    if (kept !== undefined) return kept as ItemOf<Type>;
    const row = this.sql('SELECT card, digest FROM item WHERE type = ? AND id = ?').get(type, id);
    if (row === undefined) return undefined;
    const { card, digest } = row as { card: string; digest: string };
    const item = this.#judged(readCard(card, (name) => this.#textsOf(type, id, digest)[name] ?? ''));
    this.#items.set(key, item, card.length);
    return item as ItemOf<Type>;
  }

  /** A file of which it was found out that it cannot be shown is broken to every reader. */
  #judged(item: Item): Item {
    if (item.type !== 'media' || item.broken !== undefined) return item;
    const row = this.sql('SELECT problem FROM verdict WHERE sha256 = ?').get(item.sha256);
    return row === undefined ? item : Object.freeze({ ...item, broken: String(row['problem']) });
  }

  /** @throws Error where the item has been rewritten since its card was read. */
  #textsOf(type: ItemType, id: string, digest: string): Readonly<Record<string, string>> {
    const key = `${type} ${id} ${digest}`;
    const kept = this.#texts.get(key);
    if (kept !== undefined) return kept;
    const row = this.read('SELECT data FROM item WHERE type = ? AND id = ? AND digest = ?').get(
      type,
      id,
      digest,
    );
    if (row === undefined) {
      throw new Error(`${type} ${id} has changed since it was read: read it again before its texts.`);
    }
    const { data } = row as { data: string };
    const texts = JSON.parse(data) as Record<string, string>;
    this.#texts.set(key, texts, data.length);
    return texts;
  }

  /** Lets go of a parsed item that is about to be written, or of all. */
  forget(type?: ItemType, id?: string): void {
    if (type === undefined) this.#items.clear();
    else this.#items.delete(`${type} ${id}`);
  }

  /**
   * Does all of `work` or nothing, over many turns. Meanwhile nobody else may read or write through this
   * connection: what they would see is half of it.
   */
  async writeInTurns<Value>(work: (database: DatabaseSync) => Promise<Value>): Promise<Value> {
    this.#beginWriting();
    try {
      const value = await work(this.#database);
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  #beginWriting(): void {
    this.#mustBeFree();
    this.#endReading();
    this.#lists.clear();
    this.#writes += 1;
    this.#database.exec('BEGIN IMMEDIATE');
    this.#writing = true;
  }

  #rollBack(): void {
    // SQLite has rolled back by itself where the disk was full; a second time would hide why.
    if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  #mustBeFree(): void {
    if (!this.#writing) return;
    throw new Error('The snapshot takes a feed up: it is read and written again when that has ended.');
  }

  /** A statement, prepared once. */
  sql(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const made = this.#database.prepare(text);
    this.#prepared.set(text, made);
    return made;
  }

  /** Does all of `work` or nothing. */
  write(work: (database: DatabaseSync) => void): void {
    this.#beginWriting();
    try {
      work(this.#database);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  copyTo(file: string): void {
    this.#endReading();
    this.sql('VACUUM INTO ?').run(file);
  }

  emptyLog(): void {
    this.#endReading();
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#endReading();
    this.#database.close();
  }

  /**
   * What is asked in one turn of the event loop is asked in one transaction: it sees one state, and a query
   * costs no locks. What was kept goes where another connection has written since.
   */
  #beginReading(): void {
    this.#mustBeFree();
    if (this.#reading) return;
    this.#database.exec('BEGIN');
    this.#reading = true;
    queueMicrotask(() => this.#endReading());
    const row = this.sql('PRAGMA data_version').get() as { data_version: number };
    if (row.data_version === this.#others) return;
    this.#others = row.data_version;
    this.#items.clear();
    this.#lists.clear();
  }

  #endReading(): void {
    if (!this.#reading) return;
    this.#reading = false;
    this.#database.exec('COMMIT');
  }
}
