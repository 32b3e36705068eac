/** 信息公开目录: the 单页 of a channel of category 公开, derived from what is published and never typed by hand. */
import type { Channel } from '@xinglin/shared/content/channel.js';
import type { Page } from '@xinglin/shared/content/page.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { type NamedLink, nameLink, nameLinks } from './named.ts';

export interface CatalogueEntry extends NamedLink {
  /** 责任科室 */
  department?: NamedLink;
  /** 发布日期: `2026-11-23`, absent where no first publication was recorded. */
  publishedOn?: string;
}

/** Whether the pages of a channel are listed as a catalogue. */
export function isCatalogue({ category }: Channel): boolean {
  return category === '公开';
}

/** The entry of one page. */
export function catalogueEntry(snapshot: Snapshot, page: Page): CatalogueEntry {
  const [department] = nameLinks(snapshot, 'department', [page.department ?? []].flat());
  return { ...nameLink<'page'>(page), department, publishedOn: page.firstPublishedAt?.slice(0, 10) };
}
