/** The part of the sitemap that tells of what has no date. */
import { type ItemChange, itemOf } from '@xinglin/shared/delta.js';
import { sitemapPartPath, sitemapPath } from '@xinglin/shared/paths.js';
import { pagesOfPart, undatedTypes } from '../views/sitemap.ts';
import type { Scope } from './scope.ts';

/** Whether a page without a date appeared, moved or vanished. */
export function undatedAppears({ type, before, after }: ItemChange): boolean {
  const [was, is] = [before, after].map((standing) => {
    const item = itemOf(standing);
    return item !== undefined && 'slug' in item ? item.slug : undefined;
  });
  return was !== is && (undatedTypes as readonly string[]).includes(type);
}

/** What vanished may have had a page of it to itself. */
export function undatedSitemap(scope: Scope): void {
  const pages = pagesOfPart(scope.snapshot, 'undated') + 1;
  for (let page = 1; page <= pages; page += 1) scope.name(sitemapPartPath('undated', page));
  scope.name(sitemapPath);
}
