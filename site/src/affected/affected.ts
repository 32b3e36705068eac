/**
 * Which paths a delta may touch (law 3): found from what changed, by indexed queries on the snapshot as it is
 * now, never by walking what exists. May name too many, never too few; `tests/equivalence/affected.test.ts`
 * holds every rule to it.
 *
 * A new fact on a page takes a line here: whoever shows something of an item is named where that differs.
 */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Delta } from '@xinglin/shared/delta.js';
import { homePath, rssPath, siteStylePath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { ownAddresses } from './addresses.ts';
import { article, type Tallies } from './articles.ts';
import { channel } from './channels.ts';
import { consultation, video } from './dated.ts';
import { doctor } from './doctors.ts';
import { errandsDiffer } from './errands.ts';
import { inFeeds } from './feeds.ts';
import { type Forms, formsOf } from './forms.ts';
import { page, series, tag, topic } from './groupings.ts';
import { feedHolding, Holders, shownHolding } from './holders.ts';
import { media } from './media.ts';
import { Months } from './months.ts';
import { notice } from './notices.ts';
import { Scope } from './scope.ts';
import { onSiteMap } from './site-map.ts';
import { SitemapParts } from './sitemap.ts';
import { slotsThatLead } from './slots.ts';
import { campus, department, disease } from './units.ts';

/** The paths that a delta may touch; what stands on every page is told by `frame`. */
export function affected(snapshot: Snapshot, delta: Delta): Iterable<string> {
  if (snapshot.site() === undefined) return [];
  const scope = new Scope(snapshot, delta);
  const tallies: Tallies = { months: new Months(), holders: new Holders(shownHolding) };
  const feedHolders = new Holders(feedHolding);
  const sitemap = new SitemapParts();
  for (const change of delta) {
    ownAddresses(scope, change);
    sitemap.tell(scope, change);
    inFeeds(scope, change, feedHolders);
    onSiteMap(scope, change);
    errandsDiffer(scope, change);
    slotsThatLead(scope, change);
    (rules[change.type] as Rule<ItemType>)(scope, formsOf(change), tallies);
  }
  tallies.holders.settle(scope);
  feedHolders.settle(scope);
  sitemap.settle(scope);
  tallies.months.settle(scope);
  return scope.paths;
}

type Rule<Type extends ItemType> = (scope: Scope, forms: Forms<Type>, tallies: Tallies) => void;

/** The pages of others that show something of an item, by its type. */
const rules: { [Type in ItemType]: Rule<Type> } = {
  article,
  campus,
  channel,
  consultation,
  department,
  disease,
  doctor,
  media,
  notice,
  page,
  series,
  site: (scope) => scope.name(homePath, rssPath, siteStylePath),
  slot: (scope) => scope.name(homePath),
  tag,
  topic,
  video,
};
