/**
 * Who names whom. The edges of an item are a pure function of it; the snapshot indexes them, so that lists,
 * related tabs and dependencies are found by query and never by scanning.
 */
import type { Item, ItemOf, ItemType } from './content/item.ts';

/** One reference from an item to another, at the place `rel`. */
export interface Edge {
  rel: string;
  toType: ItemType;
  toId: string;
}

/** Types whose items may name a file. */
export const mediaNamers = [
  'article',
  'campus',
  'consultation',
  'department',
  'disease',
  'doctor',
  'notice',
  'page',
  'site',
  'slot',
  'topic',
  'video',
] as const satisfies readonly ItemType[];

/**
 * What every notice names that has a 停诊 which runs or is to come, so that these few are found among all. No
 * document has this id.
 */
export const openSuspensions = { type: 'notice', id: 'open' } as const;

function hasOpenSuspension({ suspensions }: ItemOf<'notice'>): boolean {
  return suspensions.some(({ state }) => state !== '已结束');
}

/** `media:<documentId>` in Markdown: how a presented body names a picture or a file of the media library. */
const mediaReference = /\bmedia:([a-z0-9]+)/g;

/** Every media document that a Markdown text names. */
export function mediaIn(markdown: string | undefined): string[] {
  return [...new Set(Array.from(markdown?.matchAll(mediaReference) ?? [], (match) => match[1] as string))];
}

/** When a dated item counts as published: sortable text, `2024-03-26T00:00`. Undefined for undated types. */
export function sortKeyOf(item: Item): string | undefined {
  switch (item.type) {
    case 'article':
    case 'notice':
      return `${item.publishedOn}T${item.publishedTime ?? '00:00'}`;
    case 'video':
      return `${item.publishedOn}T00:00`;
    case 'consultation':
      return `${item.answeredOn}T00:00`;
    default:
      return undefined;
  }
}

/** All edges of an item, in the order in which its fields name them. */
export function edgesOf(item: Item): Edge[] {
  const edges = ownEdges(item).filter((edge): edge is Edge => edge.toId !== undefined);
  const seen = new Set<string>();
  return edges.filter((edge) => {
    const key = `${edge.rel}\n${edge.toType}\n${edge.toId}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

type MaybeEdge = Omit<Edge, 'toId'> & { toId: string | undefined };

const one = (rel: string, toType: ItemType, toId: string | undefined): MaybeEdge => ({ rel, toType, toId });
const many = (rel: string, toType: ItemType, ids: readonly string[]): MaybeEdge[] =>
  ids.map((toId) => ({ rel, toType, toId }));
const pictures = (rel: string, ...texts: (string | undefined)[]): MaybeEdge[] =>
  texts.flatMap((text) => many(rel, 'media', mediaIn(text)));
const files = (item: { attachments: readonly { media: string }[] }): MaybeEdge[] =>
  item.attachments.map(({ media }) => one('attachments', 'media', media));

function ownEdges(item: Item): MaybeEdge[] {
  switch (item.type) {
    case 'article':
      return articleEdges(item);
    case 'notice':
      return [
        one('channel', 'channel', item.channel),
        one('department', 'department', item.department),
        one('open', 'notice', hasOpenSuspension(item) ? openSuspensions.id : undefined),
        ...item.suspensions.flatMap((entry) => [
          one('suspension', 'doctor', entry.doctor),
          one('suspension', 'department', entry.department),
          one('suspension', 'campus', entry.campus),
          one('substitute', 'doctor', entry.substitute),
        ]),
        ...item.clinics.flatMap((entry) => [
          one('clinic', 'campus', entry.campus),
          one('clinic', 'department', entry.department),
        ]),
        ...files(item),
        ...pictures('body', item.body),
      ];
    case 'page':
      return [
        one('channel', 'channel', item.channel),
        one('department', 'department', item.department),
        ...files(item),
        ...pictures('body', item.body),
      ];
    case 'channel':
      return [one('parent', 'channel', item.parent)];
    case 'department':
      return [
        one('parent', 'department', item.parent),
        ...many('campuses', 'campus', item.campuses),
        ...many('diseases', 'disease', item.diseases),
        ...pictures('body', item.intro, item.clinicNote),
      ];
    case 'doctor':
      return [
        ...many('departments', 'department', item.departments),
        one('photo', 'media', item.photo),
        ...item.clinics.flatMap((clinic) => [
          one('clinic', 'campus', clinic.campus),
          one('clinic', 'department', clinic.department),
        ]),
        ...pictures('body', item.intro),
      ];
    case 'campus':
      return [one('photo', 'media', item.photo), ...pictures('body', item.intro, item.transport)];
    case 'disease':
      return [
        ...many('departments', 'department', item.departments),
        ...many('doctors', 'doctor', item.doctors),
        one('reviewedBy', 'doctor', item.reviewedBy),
        ...pictures('body', item.body),
      ];
    case 'video':
      return [
        one('file', 'media', item.file),
        one('poster', 'media', item.poster),
        one('subtitles', 'media', item.subtitles),
        ...many('departments', 'department', item.departments),
        ...many('doctors', 'doctor', item.doctors),
        ...pictures('body', item.transcript),
      ];
    case 'consultation':
      return [
        ...many('departments', 'department', item.departments),
        ...many('doctors', 'doctor', item.doctors),
        one('answeredBy', 'doctor', item.answeredBy),
        ...pictures('body', item.answer),
      ];
    case 'topic':
      return [
        one('cover', 'media', item.cover),
        ...item.blocks.flatMap((block) => [
          ...many('blocks', 'article', block.articles),
          ...many('blocks', 'video', block.videos),
          ...many('blocks', 'consultation', block.consultations),
          ...many('blocks', 'disease', block.diseases),
        ]),
        ...pictures('body', item.intro),
      ];
    case 'slot':
      return item.items.flatMap((entry) => [
        one('items', 'article', entry.article),
        one('picture', 'media', entry.picture),
      ]);
    case 'site':
      return [
        one('logo', 'media', item.logo),
        one('institutionMark', 'media', item.institutionMark?.image),
        one('publicSecurity', 'media', item.publicSecurity?.picture),
        ...pictures('body', item.footer),
      ];
    case 'media':
    case 'series':
    case 'tag':
      return [];
  }
}

function articleEdges(item: ItemOf<'article'>): MaybeEdge[] {
  return [
    one('channel', 'channel', item.channel),
    ...many('alsoIn', 'channel', item.alsoIn),
    one('series', 'series', item.series),
    ...item.sources.map((source) =>
      source.kind === '院区'
        ? one('sources', 'campus', source.campus)
        : one('sources', 'department', source.kind === '科室' ? source.department : undefined),
    ),
    ...many('tags', 'tag', item.tags),
    ...many('related', 'department', item.related.departments),
    ...many('related', 'doctor', item.related.doctors),
    ...many('related', 'article', item.related.articles),
    ...many('related', 'consultation', item.related.consultations),
    ...many('related', 'video', item.related.videos),
    ...many('related', 'disease', item.related.diseases),
    one('cover', 'media', item.cover),
    ...files(item),
    ...pictures('body', item.editorNote, item.body),
  ];
}
