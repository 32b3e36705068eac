/** 专题: articles and more in blocks, in the office's order. */
import type { Topic } from '@xinglin/shared/content/groupings.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { type Picture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { bodyHtml, excerptOf } from './body.ts';
import { dayLabel } from './dates.ts';
import { itemPages, type Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';
import type { Lead } from './slots.ts';
import { topicEntries } from './topic-entries.ts';

export interface TopicView extends PageView {
  title: string;
  /** 2026年5月1日至2026年12月31日 */
  period?: string;
  cover?: Picture;
  introHtml?: string;
  /** Where its period stands now, as the CMS saw it. */
  state?: Topic['state'];
  blocks: { id: string; heading: string; entries: Lead[] }[];
}

export const topic: Kind<TopicView> = {
  ...itemPages('topic'),
  view(snapshot, place) {
    const found = snapshot.bySlug('topic', place.slug);
    return found && viewOf(snapshot, found);
  },
};

export function topicCover(snapshot: Snapshot, found: Topic): Picture | undefined {
  return found.cover === undefined ? undefined : pictureOf(snapshot.get('media', found.cover));
}

export function topicPeriod({ from, until }: Topic): string | undefined {
  if (from === undefined) return until === undefined ? undefined : `至${dayLabel(until)}`;
  return until === undefined ? `${dayLabel(from)}起` : `${dayLabel(from)}至${dayLabel(until)}`;
}

function viewOf(snapshot: Snapshot, found: Topic): TopicView {
  const cover = topicCover(snapshot, found);
  return {
    ...pageOf(snapshot, {
      path: itemPath('topic', found.slug),
      title: found.title,
      description: found.intro && excerptOf(found.intro),
      picture: cover,
      way: [{ label: '专题', path: indexPath('topic') }, { label: found.title }],
    }),
    title: found.title,
    period: topicPeriod(found),
    state: found.state,
    cover,
    introHtml: bodyHtml(snapshot, found.intro),
    blocks: found.blocks
      .map((block, index) => ({
        id: `ban-kuai-${index + 1}`,
        heading: block.heading,
        entries: topicEntries(snapshot, block),
      }))
      .filter(({ entries }) => entries.length > 0),
  };
}
