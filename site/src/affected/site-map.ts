/** 网站地图 names channels, 单页, departments, campuses and topics; lists as such. */
import type { ItemChange } from '@xinglin/shared/delta.js';
import { siteMapPath } from '@xinglin/shared/paths.js';
import { differs, formsOf } from './forms.ts';
import type { Scope } from './scope.ts';

/** What it says of an item, or where the item stands in it. Whether a channel is shown is told by `mayBeShown`. */
export function onSiteMap(scope: Scope, change: ItemChange): void {
  if (seenOnMap(change)) scope.name(siteMapPath);
}

function seenOnMap(change: ItemChange): boolean {
  switch (change.type) {
    case 'campus':
      return differs(formsOf<'campus'>(change), ({ slug, name, order }) => [slug, name, order]);
    case 'channel':
      return differs(formsOf<'channel'>(change), (one) => [one.slug, one.name, one.order, one.parent]);
    case 'department':
      return differs(formsOf<'department'>(change), (one) => [one.slug, one.name, one.order, one.category]);
    case 'page':
      return differs(formsOf<'page'>(change), (one) => [one.slug, one.title, one.order, one.channel]);
    case 'topic':
      return differs(formsOf<'topic'>(change), ({ slug, title }) => [slug, title]);
    default:
      return false;
  }
}
