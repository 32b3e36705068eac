/** A dense newsroom and what an office does to it, batch by batch. The same seed gives the same history. */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { feedPath, hasFeeds, isPaged, itemPath, monthPath, type PagedItem } from '@xinglin/shared/paths.js';
import { Dice } from './corpus-random.ts';
import { oftenTypes, randomItem } from './dense-items.ts';
import { counts, type Surroundings } from './dense-parts.ts';
import { Ledger } from './ledger.ts';

/** What has months of its own. */
const lists = ['channel', 'series', 'tag'] as const;

const hubs = [
  'campus',
  'channel',
  'channel',
  'department',
  'disease',
  'doctor',
  'media',
  'media',
  'media',
  'series',
  'tag',
] as const;

export class DenseNewsroom {
  readonly ledger = new Ledger();
  readonly #dice: Dice;
  readonly #around: Surroundings;
  /** Every path that ever led to an item. */
  readonly paths = ['/news/nowhere/', '/', '/departments/', '/news/2026/11/', '/sitemap/'];

  constructor(seed: number) {
    const dice = new Dice('dense', seed);
    this.#dice = dice;
    const long = dice.chance(0.25);
    const months = long ? ['2026-11'] : ['2025-12', '2026-01', '2026-09', '2026-10', '2026-11'];
    this.#around = { dice, months, links: () => this.paths };
    for (const type of Object.keys(counts) as ItemType[]) {
      const share = long && type === 'article' ? 1 : dice.int(4, 9) / 10;
      for (let number = 1; number <= counts[type]; number += 1) {
        if (type === 'site' || dice.chance(share)) this.#put(randomItem(type, number, this.#around));
      }
    }
    for (let turn = 0; turn < 8; turn += 1) this.#remove();
    for (let turn = 0; turn < 6; turn += 1) this.#moveAddress(this.#someOf(dice.pick(lists)));
    if (!long) return;
    // One channel gets a month of several pages.
    for (const item of this.#live('article')) this.#put({ ...item, channel: 'channel2' } as Item);
  }

  /** One to five acts. @returns what was done, for the report of a failure. */
  batch(): string[] {
    return Array.from({ length: this.#dice.int(1, 5) }, () => this.#act());
  }

  #act(): string {
    const dice = this.#dice;
    const acts = [
      [8, () => this.#edit()],
      [4, () => this.#editHub()],
      [1.5, () => this.#takeOver()],
      [1.5, () => this.#edit(this.#someOf('notice'), 'suspensions')],
      [3, () => this.#writeAnew()],
      [3, () => this.#moveAddress()],
      [1, () => this.#swap()],
      [3, () => this.#remove()],
      [3, () => this.#restore()],
      [0.6, () => this.#site()],
    ] as const;
    let at = dice.next() * acts.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, act] of acts) {
      at -= weight;
      if (at < 0) return act();
    }
    return this.#edit();
  }

  /** What many pages show changes: what a hub is called, where a channel hangs, a picture. */
  #editHub(): string {
    const type = this.#dice.pick(hubs);
    const item = this.#someOf(type);
    return this.#edit(item, type === 'channel' && this.#dice.chance(0.5) ? 'parent' : 'name');
  }

  /** One field of an item gets another value. */
  #edit(item = this.#some(), only?: string): string {
    if (item === undefined) return 'nothing';
    const other = randomItem(item.type, this.#numberOf(item), this.#around) as Record<string, unknown>;
    const own = item as unknown as Record<string, unknown>;
    const fields = [...new Set([...Object.keys(own), ...Object.keys(other)])].filter(
      (key) => !['type', 'id', 'slug', 'formerSlugs'].includes(key),
    );
    const field = item.type !== 'media' && only !== undefined ? only : this.#dice.pick(fields);
    const { [field]: _, ...rest } = own;
    this.#put({ ...rest, ...(other[field] !== undefined && { [field]: other[field] }) } as unknown as Item);
    return `edit ${item.id}.${field}`;
  }

  #writeAnew(): string {
    const type = this.#dice.pick(oftenTypes);
    const item = randomItem(type, this.#dice.int(1, counts[type]), this.#around);
    return this.#bringBack(item as Item);
  }

  #moveAddress(item = this.#some()): string {
    if (item === undefined || !isPaged(item)) return this.#edit();
    const slug = this.#dice.chance(0.2)
      ? (this.#dice.pick(this.#formerOf(item.type)) ?? `${item.id}-x`)
      : `${item.type}-${this.#numberOf(item)}${this.#dice.pick(['', '-a', '-b'])}`;
    if (slug === item.slug || this.#live(item.type).some((one) => isPaged(one) && one.slug === slug)) {
      return this.#edit();
    }
    this.#moveTo(item, slug);
    return `move ${item.id} to ${slug}`;
  }

  /** A list takes an address that led to another one, which stays as it is. */
  #takeOver(): string {
    const type = this.#dice.pick(lists);
    const slug = this.#dice.pick(this.#formerOf(type));
    const item = this.#someOf(type);
    const taken = this.#live(type).some((one) => isPaged(one) && one.slug === slug);
    if (slug === undefined || item === undefined || !isPaged(item) || taken) return this.#moveAddress(item);
    if (item.formerSlugs?.includes(slug)) return this.#moveAddress(item);
    this.#moveTo(item, slug);
    return `${item.id} takes over ${slug}`;
  }

  /** Two items of a type change places within one batch. */
  #swap(): string {
    const item = this.#some();
    const other = item && this.#dice.pick(this.#live(item.type));
    if (item === undefined || other === undefined || item.id === other.id) return this.#edit();
    if (!isPaged(item) || !isPaged(other)) return this.#edit();
    this.#moveTo(item, other.slug);
    this.#moveTo(other, item.slug);
    return `swap ${item.id} and ${other.id}`;
  }

  #remove(): string {
    const item = this.#some();
    if (item === undefined) return 'nothing';
    const reason = this.#dice.pick(['withdrawn', 'gone', 'redirect', 'redirect'] as const);
    const former = isPaged(item) && item.formerSlugs ? { formerSlugs: item.formerSlugs } : {};
    const more: Partial<Tombstone> = {
      withdrawn: { explanation: `撤稿说明${this.#dice.int(1, 9)}` },
      gone: {},
      redirect: { redirectTo: this.#dice.chance(0.5) ? this.#dice.pick(this.paths) : this.#pathOfSome() },
    }[reason];
    this.ledger.remove(item.type, item.id, { reason, ...former, ...more });
    return `remove ${item.id}: ${reason} ${more.redirectTo ?? ''}`;
  }

  #restore(): string {
    const gone = [...this.ledger.rows.values()].filter((row) => row.kind === 'tombstone');
    if (gone.length === 0) return this.#edit();
    const { type, id } = this.#dice.pick(gone);
    return this.#bringBack(randomItem(type, this.#numberOf({ type, id }), this.#around) as Item);
  }

  /** Settings that stand on every page, or on a few. */
  #site(): string {
    if (this.#dice.chance(0.6)) {
      return this.#edit(this.#someOf('site'), this.#dice.pick(['description', 'registrationUrl']));
    }
    this.#put(randomItem('site', 1, this.#around));
    return 'settings';
  }

  /** At its address, unless another has taken it; what it stood at before leads to it. */
  #bringBack(item: Item): string {
    const row = this.ledger.rows.get(`${item.type} ${item.id}`);
    const old = row?.kind === 'put' ? row.item : row;
    const former = old !== undefined && 'formerSlugs' in old ? (old.formerSlugs ?? []) : [];
    const last = old !== undefined && 'slug' in old && old.slug !== undefined ? [old.slug] : [];
    const others = this.#live(item.type).filter(({ id }) => id !== item.id);
    if (!isPaged(item)) this.#put(item);
    else {
      const taken = others.some((one) => isPaged(one) && one.slug === item.slug);
      const slug = taken ? `${item.slug}-${this.ledger.revision}` : item.slug;
      this.#put(standingAt(item, slug, [...last, ...former]));
    }
    return `put ${item.id}`;
  }

  #moveTo(item: PagedItem, slug: string): void {
    this.#put(standingAt(item, slug, [item.slug, ...(item.formerSlugs ?? [])]));
  }

  #put(item: Item): void {
    this.ledger.put(item);
    if (!isPaged(item)) return;
    const path = itemPath(item.type, item.slug);
    this.paths.push(path);
    if (hasFeeds(item.type)) this.paths.push(feedPath(path));
    if (item.type === 'channel') this.paths.push(monthPath(path, '2026-11'));
  }

  #some(): Item | undefined {
    return this.#someOf(this.#dice.pick(oftenTypes));
  }

  #pathOfSome(): string {
    const item = this.#someOf(this.#dice.pick(['channel', 'department', 'doctor', 'page', 'tag']));
    return item !== undefined && isPaged(item) ? itemPath(item.type, item.slug) : '/';
  }

  #someOf(type: ItemType): Item | undefined {
    const items = this.#live(type);
    return items.length === 0 ? undefined : this.#dice.pick(items);
  }

  #live(type: ItemType): Item[] {
    return this.ledger.items().filter((item) => item.type === type);
  }

  #formerOf(type: ItemType): string[] {
    return this.#live(type).flatMap((item) => (isPaged(item) ? (item.formerSlugs ?? []) : []));
  }

  #numberOf({ type, id }: { type: ItemType; id: string }): number {
    return Number(id.slice(type.length)) || 1;
  }
}

function standingAt(item: PagedItem, slug: string, before: readonly string[]): Item {
  const { formerSlugs: _, ...rest } = item;
  const former = [...new Set(before)].filter((one) => one !== slug).slice(0, 5);
  return { ...rest, slug, ...(former.length > 0 && { formerSlugs: former }) } as Item;
}
