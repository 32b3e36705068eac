/**
 * Random newsrooms: items of every type over a small, fixed set of ids, so that histories create, change,
 * rename and remove what others name, and name what is not there.
 */
import { type Item, type ItemType, schemas } from '@xinglin/shared/content/item.js';
import fc from 'fast-check';
import { someNotices, someUndated } from './content-hubs.ts';
import { day, ids, line, markdown, minute, refs, slugOf } from './content-parts.ts';
import type { Ledger } from './ledger.ts';

/** One fact of a history. */
export type Act = { kind: 'put'; item: Item } | { kind: 'remove'; type: ItemType; id: string };

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
    byline: optional(line),
    legacyViews: optional(fc.nat(9999)),
    pinned: fc.boolean(),
    aiAssisted: fc.boolean(),
    attachments: fc.array(fc.record({ media: ids('media'), name: line }), { maxLength: 2 }),
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

/** A batch of facts: what one publish takes up. */
const acts = (least: number, most: number) =>
  fc.array(fc.record({ item, remove: fc.integer({ min: 0, max: 4 }).map((one) => one === 0) }), {
    minLength: least,
    maxLength: most,
  });

/** A first batch that fills the newsroom, then small ones. */
export const histories: fc.Arbitrary<Act[][]> = fc
  .tuple(acts(50, 80), fc.array(acts(1, 4), { minLength: 2, maxLength: 5 }))
  .map(([first, later]) =>
    [first.map((one) => ({ ...one, remove: false })), ...later].map((batch) =>
      batch.map(
        ({ item: made, remove }): Act =>
          remove && made.type !== 'site'
            ? { kind: 'remove', type: made.type, id: made.id }
            : { kind: 'put', item: made },
      ),
    ),
  );

/** Writes a batch into a ledger; what is not there cannot be removed. */
export function record(ledger: Ledger, batch: readonly Act[]): void {
  for (const act of batch) {
    if (act.kind === 'put') ledger.put(act.item);
    else if (ledger.rows.get(`${act.type} ${act.id}`)?.kind === 'put') ledger.remove(act.type, act.id);
  }
}
