/** The channel tree: what a change in it, or of what it holds, may touch. */
import { feedPath, homePath, itemPath, rssIndexPath, siteMapPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { leads } from './addresses.ts';
import { errandPages } from './errands.ts';
import { differs, type Forms, idOf } from './forms.ts';
import { everyMonth } from './months.ts';
import type { Scope } from './scope.ts';
import { undatedSitemap } from './sitemap.ts';

/** A channel and all that it stood or stands below: each of these shows the newest of what it holds. */
export function channelsAbove(scope: Scope, id: string): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    for (const { parent } of scope.forms('channel', one)) if (parent !== undefined) found.add(parent);
  }
  return found;
}

/** What a channel holds was shown differently: its page, its feed, and those of all above. */
export function channelFronts(scope: Scope, id: string): void {
  for (const above of channelsAbove(scope, id)) {
    scope.page('channel', above);
    for (const { slug } of scope.addresses('channel', above)) {
      scope.name(feedPath(itemPath('channel', slug)));
    }
  }
}

/** A channel may have begun or ceased to hold anything, and with it those above: there is a page, or none. */
export function mayBeShown(scope: Scope, id: string): void {
  for (const above of channelsAbove(scope, id)) {
    for (const address of scope.addresses('channel', above)) leads(scope, address);
  }
  channelFronts(scope, id);
  scope.name(homePath, siteMapPath, rssIndexPath);
  undatedSitemap(scope);
  if (scope.forms('channel', id).some(({ category }) => category === '指南')) errandPages(scope);
}

export function channel(scope: Scope, forms: Forms<'channel'>): void {
  const id = idOf(forms);
  scope.name(homePath);
  scope.index('page');
  for (const { slug } of scope.addresses('channel', id)) scope.name(feedPath(itemPath('channel', slug)));
  if (differs(forms, ({ slug, name, parent, order }) => [slug, name, parent, order]))
    channelFronts(scope, id);
  if (differs(forms, (one) => [one.description, one.keywords, one.category])) columnTags(scope, id);
  if (differs(forms, ({ slug, parent }) => [slug, parent])) mayBeShown(scope, id);
  if (differs(forms, ({ slug, name, parent }) => [slug, name, parent])) wayThrough(scope, id);
}

/** The heads of all that stands in a channel say what the channel is. */
function columnTags(scope: Scope, id: string): void {
  const owner = { type: 'channel', id } as const;
  scope.page('channel', id);
  everyMonth(scope, owner);
  for (const type of ['article', 'notice', 'page'] as const) scope.naming(owner, type, ['channel']);
}

/** The way from home to all that is below a channel leads through it. */
function wayThrough(scope: Scope, id: string): void {
  for (const below of channelsBelow(scope.snapshot, id)) {
    const owner = { type: 'channel', id: below } as const;
    scope.page('channel', below);
    everyMonth(scope, owner);
    for (const type of ['article', 'notice', 'page'] as const) scope.naming(owner, type, ['channel']);
  }
}

/**
 * A channel and all below it now. What is no longer below it hangs elsewhere by a change of its own or of one
 * between, whose own way is followed.
 */
function channelsBelow(snapshot: Snapshot, id: string): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    const query = { owner: { type: 'channel', id: one }, type: 'channel', rels: ['parent'] } as const;
    for (const child of snapshot.slugsNaming(query)) found.add(child.id);
  }
  return found;
}
