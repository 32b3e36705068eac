/** The sitemap: its parts tell of every item with a page, when it was last changed and which pictures it shows. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import { type ItemChange, itemOf } from '@xinglin/shared/delta.js';
import { mediaNamers, sortKeyOf } from '@xinglin/shared/edges.js';
import {
  isPagedType,
  newsSitemapPath,
  robotsPath,
  type SitemapPart,
  sitemapPartPath,
  sitemapPath,
} from '@xinglin/shared/paths.js';
import { pictureOf } from '@xinglin/shared/pictures.js';
import { type datedTypes, pagesOfPart } from '../views/sitemap.ts';
import { newsDays } from '../views/sitemap-news.ts';
import { type Forms, formsOf, present } from './forms.ts';
import type { Scope } from './scope.ts';

/** The parts that tell of what changed, gathered over a whole delta. */
export class SitemapParts {
  readonly #parts = new Map<string, SitemapPart>();

  /** An item changed: what its part says of it, or whether it says anything. */
  tell(scope: Scope, change: ItemChange): void {
    if (change.type === 'media') this.#pictured(scope, change.id, formsOf<'media'>(change));
    if (change.type === 'article') news(scope, formsOf<'article'>(change));
    for (const standing of [change.before, change.after]) {
      const item = itemOf(standing);
      if (item !== undefined && isPagedType(item.type)) this.#add(item.type, sortKeyOf(item));
    }
  }

  /** Names their pages, and the index, which tells when each was last changed. */
  settle(scope: Scope): void {
    if (this.#parts.size === 0) return;
    scope.name(sitemapPath);
    for (const part of this.#parts.values()) pages(scope, part);
  }

  #add(type: ItemType, sort: string | undefined): void {
    const part =
      sort === undefined ? 'undated' : { type: type as (typeof datedTypes)[number], month: sort.slice(0, 7) };
    this.#parts.set(part === 'undated' ? part : `${part.type} ${part.month}`, part);
  }

  #pictured(scope: Scope, id: string, { before, after }: Forms<'media'>): void {
    if (pictureOf(before)?.src === pictureOf(after)?.src) return;
    for (const type of mediaNamers) {
      if (!isPagedType(type)) continue;
      for (const item of scope.snapshot.naming({ owner: { type: 'media', id }, type })) {
        this.#add(type, sortKeyOf(item));
      }
    }
  }
}

/** A page without a date may have appeared or vanished. */
export function undatedSitemap(scope: Scope): void {
  pages(scope, 'undated');
  scope.name(sitemapPath);
}

/** Those that there are, and those that there were: all of the delta may have gone from this part. */
function pages(scope: Scope, part: SitemapPart): void {
  // With one item, all the channels above it may have gone from sight.
  const hidden = part === 'undated' ? scope.snapshot.slugs('channel').length : 0;
  const count = pagesOfPart(scope.snapshot, part, scope.delta.length + hidden);
  for (let page = 1; page <= count; page += 1) scope.name(sitemapPartPath(part, page));
}

/**
 * News are of the newest article's day and the one before. Where those days are others than before, an article of
 * them came or went; so whoever is named there, or was, is not older than they are now.
 */
function news(scope: Scope, forms: Forms<'article'>): void {
  const since = newsDays(scope.snapshot).at(-1) ?? '';
  if (present(forms).some(({ publishedOn }) => publishedOn >= since)) {
    scope.name(newsSitemapPath, robotsPath);
  }
}
