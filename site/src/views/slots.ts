/** 推荐位: what the office puts on a fixed place, as it runs now. An entry may lead to anything. */
import type { Slot } from '@xinglin/shared/content/groupings.js';
import type { PagedItem } from '@xinglin/shared/paths.js';
import { parseItemPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { excerptOf } from './body.ts';
import { liveUrl } from './links.ts';
import { articleEntry, type ListEntry } from './listing.ts';

/** An entry that need not be an article, and then has no date. */
export type Lead = Omit<ListEntry, 'date'> & { date?: string };

/** What all slots of a position hold, in the office's order. */
export function leadsAt(snapshot: Snapshot, position: Slot['position']): Lead[] {
  const slots = snapshot.all('slot').filter((slot) => slot.position === position);
  return slots.flatMap(({ items }) => items.flatMap((entry) => leadOf(snapshot, entry) ?? []));
}

function leadOf(snapshot: Snapshot, entry: Slot['items'][number]): Lead | undefined {
  const { title, url } = entry;
  const article = entry.article === undefined ? undefined : snapshot.get('article', entry.article);
  if (article !== undefined) {
    const shown = { ...articleEntry(snapshot, article, 'full'), ...ownOf(snapshot, entry) };
    return title === undefined
      ? { ...shown, title: article.shortTitle ?? article.title }
      : { ...shown, title, label: undefined };
  }
  const path = url === undefined ? undefined : liveUrl(snapshot, url);
  if (path === undefined || title === undefined) return undefined;
  return { path, title, ...about(snapshot, path), ...ownOf(snapshot, entry) };
}

/** What the office wrote and chose for this place. */
function ownOf(snapshot: Snapshot, { summary, picture }: Slot['items'][number]): Facts {
  const own = picture === undefined ? undefined : pictureOf(snapshot.get('media', picture));
  return { ...(summary !== undefined && { summary }), ...(own !== undefined && { picture: own }) };
}

interface Facts {
  summary?: string;
  picture?: Picture;
}

/** A few words and a picture of the page of this site that an address leads to. */
function about(snapshot: Snapshot, path: string): Facts {
  const address = path.startsWith('/') ? parseItemPath(path) : undefined;
  const item = address && snapshot.bySlug(address.type, address.slug);
  return item === undefined ? {} : { summary: wordsOf(item), picture: pictureIn(snapshot, item) };
}

function wordsOf(item: PagedItem): string | undefined {
  switch (item.type) {
    case 'article':
      return item.summary ?? excerptOf(item.body);
    case 'video':
      return item.summary;
    case 'topic':
      return item.intro && excerptOf(item.intro);
    case 'doctor':
      return item.specialties;
    case 'channel':
    case 'series':
    case 'tag':
      return item.description;
    case 'notice':
    case 'page':
    case 'disease':
      return excerptOf(item.body);
    case 'campus':
    case 'department':
      return item.intro && excerptOf(item.intro);
    case 'consultation':
      return excerptOf(item.question);
  }
}

function pictureIn(snapshot: Snapshot, item: PagedItem): Picture | undefined {
  const id =
    item.type === 'video'
      ? item.poster
      : item.type === 'article' || item.type === 'topic'
        ? item.cover
        : item.type === 'campus'
          ? item.photo
          : undefined;
  return id === undefined ? undefined : pictureOf(snapshot.get('media', id));
}
