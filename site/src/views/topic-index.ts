import { compareCodeUnits } from '@xinglin/shared/canonical.js';
import type { Topic } from '@xinglin/shared/content/groupings.js';
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import type { Picture } from '@xinglin/shared/pictures.js';
import { excerptOf } from './body.ts';
import type { Kind } from './kind.ts';
import { type PageView, pageOf } from './page.ts';
import { topicCover, topicPeriod } from './topic.ts';

export interface TopicIndexView extends PageView {
  title: string;
  topics: {
    title: string;
    path: string;
    period?: string;
    state?: Topic['state'];
    summary?: string;
    cover?: Picture;
  }[];
}

/** All topics, the latest begun first. */
export const topicIndex: Kind<TopicIndexView> = {
  paths: () => [indexPath('topic')],
  view(snapshot) {
    const title = '专题';
    const description = '医院新闻的专题，最近开始的在前。';
    const topics = snapshot
      .all('topic')
      .sort((a, b) => compareCodeUnits(b.from ?? '', a.from ?? '') || compareCodeUnits(a.id, b.id));
    return {
      ...pageOf(snapshot, { path: indexPath('topic'), title, description, way: [{ label: title }] }),
      title,
      topics: topics.map((found) => ({
        title: found.title,
        path: itemPath('topic', found.slug),
        period: topicPeriod(found),
        state: found.state,
        summary: found.intro && excerptOf(found.intro),
        cover: topicCover(snapshot, found),
      })),
    };
  },
};
