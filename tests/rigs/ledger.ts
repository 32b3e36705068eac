/** A history of published content, as a CMS keeps it: each document once, in its latest state. */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { type Change, feedFormat, feedLine, frameFeed, type Tombstone } from '@xinglin/shared/feed.js';
import { isPaged } from '@xinglin/shared/paths.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';

/** One change a minute. */
export function momentOf(revision: number): string {
  return new Date(Date.UTC(2026, 10, 1) + revision * 60_000).toISOString();
}

export class Ledger {
  epoch = 'ledger-epoch-1';
  revision = 0;
  readonly rows = new Map<string, Change>();

  put(...items: Item[]): this {
    for (const item of items) {
      this.revision += 1;
      const { revision } = this;
      this.#set(item, { kind: 'put', revision, digest: formDigest(item), at: momentOf(revision), item });
    }
    return this;
  }

  remove(type: ItemType, id: string, more: Partial<Tombstone> = {}): this {
    const row = this.rows.get(`${type} ${id}`);
    const slug = row?.kind === 'put' && isPaged(row.item) ? { slug: row.item.slug } : {};
    this.revision += 1;
    const change: Tombstone = {
      kind: 'tombstone',
      revision: this.revision,
      type,
      id,
      reason: 'gone',
      ...slug,
      ...more,
    };
    this.#set({ type, id }, change);
    return this;
  }

  /** Everything since a revision, in rising order. */
  since(revision: number): Change[] {
    return [...this.rows.values()]
      .filter((change) => change.revision > revision)
      .sort((a, b) => a.revision - b.revision);
  }

  /** All live items. */
  items(): Item[] {
    return this.since(0).flatMap((change) => (change.kind === 'put' ? [change.item] : []));
  }

  header(since: number) {
    return { kind: 'header', format: feedFormat, epoch: this.epoch, since, revision: this.revision } as const;
  }

  async feed(since: number): Promise<string> {
    let text = '';
    for await (const line of frameFeed(this.header(since), this.since(since).map(feedLine))) text += line;
    return text;
  }

  /** Brings a snapshot up to date without a feed in between. */
  applyTo(snapshot: WritableSnapshot): void {
    snapshot.apply(this.header(snapshot.revision), this.since(snapshot.revision));
  }

  #set({ type, id }: { type: ItemType; id: string }, change: Change): void {
    this.rows.set(`${type} ${id}`, change);
  }
}
