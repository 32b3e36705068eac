/**
 * Realistic newsrooms of any size, item by item: the same numbers give the same bytes on every machine, and no
 * more than one item stands in memory. For benchmarks; the tests of behaviour use smaller, nastier content.
 */
import type { Item } from '@xinglin/shared/content/item.js';
import { formDigest } from '@xinglin/shared/digest.js';
import { type Change, type FeedHeader, feedFormat } from '@xinglin/shared/feed.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';
import { articleAt } from './corpus-article.ts';
import { otherItems } from './corpus-others.ts';
import { media, places } from './corpus-places.ts';
import { momentOf } from './ledger.ts';

export interface CorpusSize {
  articles: number;
  /** Rows of pictures, which the articles name; their bytes exist nowhere. */
  pictures?: number;
}

/** Every item, what is named before what names it. */
export function* corpus({ articles, pictures = 0 }: CorpusSize): Generator<Item> {
  yield* places;
  yield* media(pictures);
  yield* otherItems(articles);
  for (let index = 0; index < articles; index += 1) yield articleAt(index, articles, pictures);
}

/** The history that a corpus is the beginning of. */
export const corpusEpoch = 'corpus-epoch-1';

/** Items a transaction: large enough to be quick, small enough to stay out of memory's way. */
const batch = 1000;

/**
 * Puts a corpus in a snapshot in place of all that it holds.
 * @returns the revision it stands at: each item has its own, from 1.
 */
export function loadCorpus(snapshot: WritableSnapshot, size: CorpusSize): number {
  const head = (revision: number): FeedHeader => ({
    kind: 'header',
    format: feedFormat,
    epoch: corpusEpoch,
    since: 0,
    revision,
  });
  snapshot.replace(head(0), []);
  let revision = 0;
  let changes: Change[] = [];
  const write = () => {
    snapshot.apply(head(revision), changes);
    changes = [];
  };
  for (const item of corpus(size)) {
    revision += 1;
    changes.push({ kind: 'put', revision, digest: formDigest(item), at: momentOf(revision), item });
    if (changes.length === batch) write();
  }
  write();
  return revision;
}
