/**
 * Random newsrooms: items of every type over a small, fixed set of ids, so that histories create, change,
 * rename and remove what others name, and name what is not there.
 */
import { type Item, type ItemType, schemas } from '@xinglin/shared/content/item.js';
import type { Tombstone } from '@xinglin/shared/feed.js';
import { isPaged, itemPath } from '@xinglin/shared/paths.js';
import fc from 'fast-check';
import { someNotices, someUndated } from './content-hubs.ts';
import { day, firstPublishedAt, ids, line, markdown, minute, refs, slugOf } from './content-parts.ts';
import type { Ledger } from './ledger.ts';

/** One fact of a history. `swap` gives two articles each other's address. */
export type Act =
  | { kind: 'put'; item: Item }
  | { kind: 'remove'; type: ItemType; id: string; reason: Tombstone['reason'] }
  | { kind: 'swap'; ids: [string, string] };

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const source = fc.oneof(
  fc.record({ kind: fc.constant('科室' as const), label: line, department: optional(ids('department')) }),
  fc.record({ kind: fc.constant('院区' as const), label: line, campus: optional(ids('campus')) }),
  fc.record({
    kind: fc.constant('外部单位' as const),
    label: line,
    url: optional(fc.constant('https://example.cn/')),
  }),
);

const article = ids('article').chain((id) =>
  fc.record({
    type: fc.constant('article' as const),
    id: fc.constant(id),
    slug: slugOf(id),
    title: line,
    shortTitle: optional(line),
    series: optional(ids('series')),
    editorNote: optional(markdown),
    body: markdown,
    cover: optional(ids('media')),
    publishedOn: day,
    publishedTime: optional(minute),
    firstPublishedAt,
    byline: optional(line),
    legacyViews: optional(fc.nat(9999)),
    pinned: fc.boolean(),
    aiAssisted: fc.boolean(),
    attachments: fc.array(fc.record({ media: ids('media'), name: line }), { maxLength: 2 }),
    corrections: fc.array(fc.record({ on: day, text: line }), { maxLength: 2 }),
    channel: ids('channel'),
    alsoIn: refs('channel'),
    sources: fc.array(source, { minLength: 1, maxLength: 3 }),
    tags: refs('tag'),
    related: fc.record({
      departments: refs('department'),
      doctors: refs('doctor'),
      articles: refs('article'),
      consultations: refs('consultation'),
      videos: refs('video'),
      diseases: refs('disease'),
    }),
  }),
);

/** Articles as often as all others together: they are what a newsroom writes. */
const item: fc.Arbitrary<Item> = fc
  .oneof(
    { weight: 10, arbitrary: article },
    { weight: 4, arbitrary: someNotices },
    { weight: 8, arbitrary: someUndated },
  )
  .map((made) => schemas[made.type].parse(made) as Item);

const reason = fc.constantFrom<Tombstone['reason']>('gone', 'withdrawn', 'redirect');

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 16, arbitrary: item.map((made): Act => ({ kind: 'put', item: made })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(item, reason)
      .map(
        ([made, why]): Act =>
          made.type === 'site'
            ? { kind: 'put', item: made }
            : { kind: 'remove', type: made.type, id: made.id, reason: why },
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(ids('article'), ids('article')).map((pair): Act => ({ kind: 'swap', ids: pair })),
  },
);

/** What happens between two publishes beside editing. */
export type Turn = 'nothing' | 'templates' | 'rollback' | 'removal while pinned';

/** A batch of facts: what one publish takes up. */
export interface Batch {
  acts: Act[];
  turn: Turn;
}

const turn = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Turn>('nothing') },
  { weight: 1, arbitrary: fc.constantFrom<Turn>('templates', 'rollback', 'removal while pinned') },
);

/** A first batch that fills the newsroom, then small ones. */
export const histories: fc.Arbitrary<Batch[]> = fc
  .tuple(
    fc.array(item, { minLength: 50, maxLength: 80 }),
    fc.array(fc.record({ acts: fc.array(act, { minLength: 4, maxLength: 8 }), turn }), {
      minLength: 10,
      maxLength: 12,
    }),
  )
  .map(([first, later]) => [
    { acts: first.map((made): Act => ({ kind: 'put', item: made })), turn: 'nothing' as const },
    ...later,
  ]);

/** Writes a batch into a ledger, as a CMS would: what moved remembers where it was. */
export function record(ledger: Ledger, batch: readonly Act[]): void {
  for (const one of batch) {
    if (one.kind === 'put') ledger.put(remembering(ledger, one.item));
    else if (one.kind === 'remove') remove(ledger, one);
    else swap(ledger, one.ids);
  }
}

function itemAt(ledger: Ledger, type: ItemType, id: string): Item | undefined {
  const row = ledger.rows.get(`${type} ${id}`);
  return row?.kind === 'put' ? row.item : undefined;
}

function formerOf(ledger: Ledger, type: ItemType, id: string): string[] {
  const row = ledger.rows.get(`${type} ${id}`);
  if (row === undefined) return [];
  const standing = row.kind === 'put' ? row.item : row;
  const slug = 'slug' in standing && standing.slug !== undefined ? [standing.slug] : [];
  const former = 'formerSlugs' in standing ? (standing.formerSlugs ?? []) : [];
  return [...slug, ...former];
}

function remembering(ledger: Ledger, item: Item): Item {
  if (!isPaged(item)) return item;
  const former = [...new Set(formerOf(ledger, item.type, item.id))].filter((slug) => slug !== item.slug);
  return former.length === 0 ? item : { ...item, formerSlugs: former.slice(0, 50) };
}

function remove(ledger: Ledger, { type, id, reason: why }: Extract<Act, { kind: 'remove' }>): void {
  const found = itemAt(ledger, type, id);
  if (found === undefined) return;
  const former = isPaged(found) ? found.formerSlugs : undefined;
  ledger.remove(type, id, {
    ...(former && { formerSlugs: former }),
    ...(isPaged(found) && { reason: why }),
    ...(isPaged(found) && why === 'withdrawn' && { explanation: '内容有误，已撤下。' }),
    ...(isPaged(found) && why === 'redirect' && { redirectTo: itemPath('article', 'article1') }),
  });
}

/** In three writes, as an office must: two articles never have one address at once. */
function swap(ledger: Ledger, [one, other]: [string, string]): void {
  const [a, b] = [itemAt(ledger, 'article', one), itemAt(ledger, 'article', other)];
  if (a?.type !== 'article' || b?.type !== 'article' || a.id === b.id) return;
  ledger.put(remembering(ledger, { ...a, slug: `${a.id}-aside` }));
  ledger.put(remembering(ledger, { ...b, slug: a.slug }));
  ledger.put(remembering(ledger, { ...a, slug: b.slug }));
}
