/** What the counter's core asks of the world. The adapters answer; the core decides. */

/** Reads of one article on one day of the hospital's clock. */
export interface Reads {
  /** The article's `documentId`. */
  id: string;
  /** `2026-11-24`, Asia/Shanghai. */
  day: string;
  count: number;
}

/** Reads that are stored together, once: storing a batch again under the same name changes nothing. */
export interface Batch {
  name: string;
  reads: readonly Reads[];
}

/** One day of one article as it stands in the store; `seq` moves to the end with every change of it. */
export interface StoredDay extends Reads {
  seq: number;
}

/** What a reader of the store has not seen yet. */
export interface Changes {
  /** Names this store's history: another one counts from nothing. */
  epoch: string;
  /** The newest change of all; less than the reader's cursor where an older state was put back. */
  head: number;
  /** By `seq`, each day of an article at most once, with its count so far. */
  days: readonly StoredDay[];
}

/** Where counts survive. Any number of batches may be lost with a killed process, never half of one. */
export interface Store {
  /** All reads of every article so far. */
  totals(): Promise<Map<string, number>>;
  /** Adds a batch, all or nothing, durably on return. */
  add(batch: Batch): Promise<void>;
  /** Days that changed behind a cursor, the first `limit` of them. */
  changes(after: number, limit: number): Promise<Changes>;
  close(): Promise<void>;
}

/** One line of the counter's log: never an address, never what somebody read. */
export type Say = (sentence: string) => void;
