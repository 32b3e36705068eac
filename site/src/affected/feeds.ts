/** The feeds of the site, of channels, departments and series, and the page that names them all. */
import type { Article } from '@xinglin/shared/content/article.js';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import type { Notice } from '@xinglin/shared/content/notice.js';
import type { ItemChange } from '@xinglin/shared/delta.js';
import { feedPath, feedTypes, hasFeeds, itemPath, rssIndexPath, rssPath } from '@xinglin/shared/paths.js';
import { feedText } from '../views/feed.ts';
import type { FeedType } from '../views/list-feed.ts';
import { channelsAbove } from './channels.ts';
import { differs, type Forms, formsOf, namedBy } from './forms.ts';
import type { Holders } from './holders.ts';
import type { Scope } from './scope.ts';

type Ids = readonly (string | undefined)[];

const articleOwners: { [Type in FeedType]: (article: Article) => Ids } = {
  channel: ({ channel, alsoIn }) => [channel, ...alsoIn],
  series: ({ series }) => [series],
  department: ({ sources, related }) => [
    ...sources.map((source) => (source.kind === '科室' ? source.department : undefined)),
    ...related.departments,
  ],
};

const noticeOwners: { [Type in FeedType]: (notice: Notice) => Ids } = {
  channel: ({ channel }) => [channel],
  series: () => [],
  department: ({ department, suspensions, clinics }) => [
    department,
    ...[...suspensions, ...clinics].map((entry) => entry.department),
  ],
};

/** What a change may touch of them. `holders` are told who got or lost something that a feed tells of. */
export function inFeeds(scope: Scope, change: ItemChange, holders: Holders): void {
  const { type } = change;
  if (hasFeeds(type)) {
    scope.name(rssIndexPath);
    ownFeeds(scope, type, change.id);
  }
  if (type === 'article') {
    const forms = formsOf<'article'>(change);
    listed(
      scope,
      forms,
      articleOwners,
      entryDiffers(forms, ({ cover }) => cover),
      holders,
    );
  }
  if (type === 'notice') {
    const forms = formsOf<'notice'>(change);
    listed(scope, forms, noticeOwners, entryDiffers(forms), holders);
  }
  if (type === 'media') covers(scope, change.id, holders);
}

/** The feeds of an owner, wherever they stand or stood. */
function ownFeeds(scope: Scope, type: FeedType, id: string): void {
  for (const { slug } of scope.addresses(type, id)) scope.name(feedPath(itemPath(type, slug)));
}

function listed<Type extends 'article' | 'notice'>(
  scope: Scope,
  forms: Forms<Type>,
  owners: { [Owner in FeedType]: (item: ItemOf<Type>) => Ids },
  seen: boolean,
  holders: Holders,
): void {
  if (seen) scope.name(rssPath);
  for (const type of feedTypes) {
    for (const { id, moved } of namedBy(forms, owners[type])) {
      const holds = forms.after !== undefined && owners[type](forms.after).includes(id);
      if (moved) holders.change({ type, id }, holds);
      if (!moved && !seen) continue;
      for (const one of type === 'channel' ? channelsAbove(scope, id) : [id]) ownFeeds(scope, type, one);
    }
  }
}

function entryDiffers<Type extends 'article' | 'notice'>(
  forms: Forms<Type>,
  more: (item: ItemOf<Type>) => unknown = () => null,
): boolean {
  return differs(forms, (item) => [
    item.slug,
    item.title,
    item.publishedOn,
    item.publishedTime,
    item.firstPublishedAt,
    feedText(item),
    more(item),
  ]);
}

/** Feeds show the covers of articles. */
function covers(scope: Scope, id: string, holders: Holders): void {
  const query = { owner: { type: 'media', id }, type: 'article', rels: ['cover'] } as const;
  for (const one of scope.snapshot.naming(query)) {
    listed<'article'>(scope, { before: one, after: one }, articleOwners, true, holders);
  }
}
