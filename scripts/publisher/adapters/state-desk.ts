/** The part of publisher.db that holds what is still to be told, and what may not be forgotten. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Receipts } from '@xinglin/shared/receipts.js';
import type { Desk, ItemName } from '../ports.ts';
import type { Finding } from '../verify/findings.ts';
import type { StateDatabase } from './state-database.ts';

export class StateDesk implements Desk {
  readonly #database: StateDatabase;

  constructor(database: StateDatabase) {
    this.#database = database;
  }

  quarantined(): QuarantinedItem[] {
    return this.#database
      .all('SELECT * FROM quarantine ORDER BY type, id')
      .map(
        (row) => ({ ...row, problems: JSON.parse(row['problems'] as string) }) as unknown as QuarantinedItem,
      );
  }

  quarantine(items: readonly QuarantinedItem[], released: readonly ItemName[] | 'all others'): void {
    this.#database.atOnce(() => {
      if (released === 'all others') this.#database.run('DELETE FROM quarantine');
      else {
        for (const { type, id } of released) {
          this.#database.run('DELETE FROM quarantine WHERE type = ? AND id = ?', type, id);
        }
      }
      for (const { type, id, title, revision, problems } of items) {
        this.#database.run(
          'INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)',
          ...[type, id, title, revision, JSON.stringify(problems)],
        );
      }
    });
  }

  findings(): Map<string, Finding[]> {
    const rows = this.#database.all('SELECT * FROM finding ORDER BY subject');
    return new Map(rows.map((row) => [row['subject'] as string, JSON.parse(row['findings'] as string)]));
  }

  outbox(): { id: number; receipts: Receipts }[] {
    return this.#database.all('SELECT * FROM outbox ORDER BY id').map((row) => ({
      id: row['id'] as number,
      receipts: JSON.parse(row['receipts'] as string) as Receipts,
    }));
  }

  sent(id: number): void {
    this.#database.run('DELETE FROM outbox WHERE id = ?', id);
  }
}
