/** What a topic's block shows, one list in the office's order: articles, then videos, answers and diseases. */
import type { Topic } from '@xinglin/shared/content/groupings.js';
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { itemPath } from '@xinglin/shared/paths.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { excerptOf } from './body.ts';
import { consultationEntry, videoDetail } from './dated-entries.ts';
import { articleEntry } from './listing.ts';
import type { Lead } from './slots.ts';

/** Those that are there; `label` tells what is no article. */
export function topicEntries(snapshot: Snapshot, block: Topic['blocks'][number]): Lead[] {
  return [
    ...thereOf(snapshot, 'article', block.articles).map((item) => articleEntry(snapshot, item, 'full')),
    ...thereOf(snapshot, 'video', block.videos).map((item) => ({
      ...videoDetail(snapshot, item),
      label: '视频',
    })),
    ...thereOf(snapshot, 'consultation', block.consultations).map((item) => ({
      ...consultationEntry(item),
      label: '咨询',
      summary: excerptOf(item.question),
    })),
    ...thereOf(snapshot, 'disease', block.diseases).map((item) => ({
      path: itemPath('disease', item.slug),
      title: item.name,
      label: '疾病',
      summary: excerptOf(item.body),
    })),
  ];
}

function thereOf<Type extends 'article' | 'video' | 'consultation' | 'disease'>(
  snapshot: Snapshot,
  type: Type,
  ids: readonly string[],
): ItemOf<Type>[] {
  return ids.map((id) => snapshot.get(type, id)).filter((item) => item !== undefined);
}
