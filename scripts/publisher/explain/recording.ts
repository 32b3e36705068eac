/**
 * A snapshot that notes what is read from it: a page's view is a pure function of the snapshot, so what it asked
 * is all that the page depends on.
 */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { called, nameOf, typeNames } from '../verify/texts.ts';

/** A document that a page was made from. */
export interface Read {
  type: ItemType;
  id: string;
  title: string;
  /** How the page came to it, in Chinese: each way once. */
  ways: string[];
}

/** A question about many documents of which only numbers, months or addresses were told. */
export interface Question {
  type: ItemType;
  /** In Chinese. */
  what: string;
}

export interface Recording {
  snapshot: Snapshot;
  reads(): Read[];
  questions(): Question[];
}

/** Wraps a snapshot; answers are the same objects. */
export function recording(source: Snapshot): Recording {
  const reads = new Map<string, Read>();
  const questions = new Map<string, Question>();
  const note = (item: Item, way: string): void => {
    const key = `${item.type} ${item.id}`;
    const known = reads.get(key);
    if (known === undefined)
      reads.set(key, { type: item.type, id: item.id, title: nameOf(item), ways: [way] });
    else if (!known.ways.includes(way)) known.ways.push(way);
  };
  const one = <Found extends Item>(item: Found | undefined, way: string): Found | undefined => {
    if (item !== undefined) note(item, way);
    return item;
  };
  const many = <Found extends Item>(items: Found[], way: string): Found[] => {
    for (const item of items) note(item, way);
    return items;
  };
  const asked = (type: ItemType, what: string) => void questions.set(`${type} ${what}`, { type, what });
  const ownerOf = ({ type, id }: { type: ItemType; id: string }): string => {
    const owner = source.get(type, id) as Item | undefined;
    return owner === undefined ? `${typeNames[type]} ${id}` : called(owner);
  };

  const snapshot: Snapshot = {
    get epoch() {
      return source.epoch;
    },
    get revision() {
      return source.revision;
    },
    get version() {
      return source.version;
    },
    get: (type, id) => one(source.get(type, id), '被引用'),
    bySlug: (type, slug) => one(source.bySlug(type, slug), `按网址 ${slug}`),
    slugs(type) {
      asked(type, `全部${typeNames[type]}的网址和日期`);
      return source.slugs(type);
    },
    datesOf(type, month) {
      asked(type, `${month} 的${typeNames[type]}的网址和日期`);
      return source.datesOf(type, month);
    },
    lastChangeOf(type, month) {
      asked(type, `${month ?? '没有日期'}的${typeNames[type]}最后一次改动的时间`);
      return source.lastChangeOf(type, month);
    },
    picturesOf(type, month) {
      asked(type, `${month ?? '没有日期'}的${typeNames[type]}页面上的图片`);
      return source.picturesOf(type, month);
    },
    all: (type) => many(source.all(type), `全部${typeNames[type]}`),
    site: () => one(source.site(), '站点设置'),
    newest(type, limit, month) {
      const which = month === undefined ? `最新的 ${limit} 条` : `${month} 的`;
      return many(source.newest(type, limit, month), `${which}${typeNames[type]}`);
    },
    monthsOf(type) {
      asked(type, `有${typeNames[type]}的月份`);
      return source.monthsOf(type);
    },
    countOf(type, month, before) {
      asked(type, `${month} 有多少条${typeNames[type]}`);
      return source.countOf(type, month, before);
    },
    naming(query, options = {}) {
      const when = options.month ?? (options.before ? '更早的' : options.after ? '更晚的' : '');
      return many(
        source.naming(query, options),
        `${ownerOf(query.owner)}下${when}的${typeNames[query.type]}`.replace('的的', '的'),
      );
    },
    slugsNaming(query, options) {
      asked(query.type, `${ownerOf(query.owner)}下的${typeNames[query.type]}的网址`);
      return source.slugsNaming(query, options);
    },
    months(query) {
      asked(query.type, `${ownerOf(query.owner)}下有${typeNames[query.type]}的月份`);
      return source.months(query);
    },
    countNaming(query, month, before) {
      asked(query.type, `${ownerOf(query.owner)}下 ${month} 有多少条${typeNames[query.type]}`);
      return source.countNaming(query, month, before);
    },
    linking(address) {
      asked(address.type, `谁链接到${typeNames[address.type]} ${address.slug}`);
      return source.linking(address);
    },
    formerly(address) {
      const standing = source.formerly(address);
      if (standing !== undefined && 'item' in standing) note(standing.item, `曾用网址 ${address.slug}`);
      else asked(address.type, `网址 ${address.slug} 从前是谁的`);
      return standing;
    },
    formerAddresses: () => source.formerAddresses(),
    formerHolders: (address) => source.formerHolders(address),
    tombstone: (type, id) => source.tombstone(type, id),
    tombstones: () => source.tombstones(),
  };
  return { snapshot, reads: () => [...reads.values()], questions: () => [...questions.values()] };
}
