/**
 * What makes two articles kin: a list that both stand in. The closest kinship first. Known to the view, which
 * asks for the nearest older ones of each list, and to `affected`, which asks the other way round.
 */
import type { Article } from '@xinglin/shared/content/article.js';

export interface Kinship {
  type: 'series' | 'doctor' | 'department' | 'disease' | 'tag' | 'channel';
  /** The relations by which an article stands in such a list. */
  rels: readonly string[];
  /** The lists that an article stands in. */
  of: (one: Article) => readonly string[];
  /** What readers are told. */
  reason: string;
  /** So many of a list at most: the rest of the room is for other kin. */
  most: number;
}

/** How many entries derived ones fill a tab up to; hand-picked ones are all shown. */
export const enough = 6;

/** Half of the room: a long series does not hide what else there is on the subject. */
export const enoughOfAList = 3;

/** The relations by which an article stands near a department. */
export const unitRels = ['sources', 'related'] as const;

/** The departments that an article is from or about. */
export function unitsOf({ sources, related }: Article): string[] {
  const from = sources.flatMap((source) =>
    source.kind === '科室' && source.department !== undefined ? [source.department] : [],
  );
  return [...new Set([...related.departments, ...from])];
}

export const kinships: readonly Kinship[] = [
  {
    type: 'series',
    rels: ['series'],
    of: ({ series }) => (series === undefined ? [] : [series]),
    reason: '同系列',
    most: enoughOfAList,
  },
  {
    type: 'doctor',
    rels: ['related'],
    of: ({ related }) => related.doctors,
    reason: '同医生',
    most: enoughOfAList,
  },
  {
    type: 'department',
    rels: unitRels,
    of: unitsOf,
    reason: '同科室',
    most: enoughOfAList,
  },
  {
    type: 'disease',
    rels: ['related'],
    of: ({ related }) => related.diseases,
    reason: '同疾病',
    most: enoughOfAList,
  },
  { type: 'tag', rels: ['tags'], of: ({ tags }) => tags, reason: '同标签', most: enoughOfAList },
  {
    type: 'channel',
    rels: ['channel'],
    of: ({ channel }) => [channel],
    reason: '同栏目',
    most: enough,
  },
];
