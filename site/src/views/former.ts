/**
 * What stands at an address that was given up: the way to where its item moved, or word that it was withdrawn
 * or is gone (law 6). Nothing of what was removed is told, its title neither.
 */
import { indexPath, itemPath, type PagedType } from '@xinglin/shared/paths.js';
import { itemAddressAt, type Place } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { fateOf } from './fate.ts';
import { type PageView, pageOf } from './page.ts';

export interface FormerView extends PageView {
  former: 'moved' | 'withdrawn' | 'removed';
  status: 301 | 410;
  title: string;
  /** Where the page stands now. */
  to?: string;
  /** Why it was withdrawn, one entry a paragraph. */
  explanation: string[];
  /** What else there is of its kind. */
  list?: { label: string; path: string };
}

/** The page of a former address; undefined where the place is none. */
export function formerView(snapshot: Snapshot, place: Place): FormerView | undefined {
  const address = itemAddressAt(place);
  const fate =
    address !== undefined && place.path === itemPath(address.type, address.slug)
      ? fateOf(snapshot, address)
      : undefined;
  switch (fate?.kind) {
    case 'moved':
    case 'redirected':
      return movedView(snapshot, fate.path);
    case 'withdrawn':
      return {
        ...goneView(snapshot, '内容已撤稿', place.kind as PagedType),
        former: 'withdrawn',
        explanation: paragraphs(fate.tombstone.explanation),
      };
    case 'gone':
      return goneView(snapshot, '内容已下线', place.kind as PagedType);
    default:
      return undefined;
  }
}

/** The page that leads on, for hosts that know no rules. */
export function movedView(snapshot: Snapshot, to: string): FormerView {
  const title = '页面已换地址';
  return {
    ...pageOf(snapshot, { path: to, noindex: true, title, way: [{ label: title }] }),
    former: 'moved',
    status: 301,
    title,
    to,
    explanation: [],
  };
}

function goneView(snapshot: Snapshot, title: string, type: PagedType): FormerView {
  const list = lists[type];
  const way = [...(list === undefined ? [] : [list]), { label: title }];
  return {
    ...pageOf(snapshot, { title, way }),
    former: 'removed',
    status: 410,
    title,
    explanation: [],
    list,
  };
}

const lists: Readonly<Partial<Record<PagedType, { label: string; path: string }>>> = {
  article: { label: '全部新闻', path: indexPath('article') },
  campus: { label: '院区与交通', path: indexPath('campus') },
  consultation: { label: '健康咨询', path: indexPath('consultation') },
  department: { label: '科室', path: indexPath('department') },
  disease: { label: '疾病', path: indexPath('disease') },
  doctor: { label: '医生', path: indexPath('doctor') },
  notice: { label: '全部通知公告', path: indexPath('notice') },
  page: { label: '全部页面', path: indexPath('page') },
  series: { label: '系列', path: indexPath('series') },
  tag: { label: '标签', path: indexPath('tag') },
  topic: { label: '专题', path: indexPath('topic') },
  video: { label: '视频', path: indexPath('video') },
};

function paragraphs(text = ''): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
