/**
 * Random items over so few ids that they meet: every list overflows, every hub is shared, every text links to
 * something that moves or goes. Made from dice, so that a seed is a newsroom.
 */
import { phase } from '@xinglin/shared/content/common.js';
import { type ItemOf, type ItemType, schemas } from '@xinglin/shared/content/item.js';
import { noticeCategory, suspensionSession } from '@xinglin/shared/content/notice.js';
import { hubMakers } from './dense-hubs.ts';
import {
  attachments,
  body,
  counts,
  day,
  firstPublished,
  line,
  type Maker,
  maybe,
  ref,
  refs,
  type Surroundings,
} from './dense-parts.ts';

/** An item with everything about it at random. */
export function randomItem<Type extends ItemType>(
  type: Type,
  number: number,
  around: Surroundings,
): ItemOf<Type> {
  const id = type === 'site' ? 'site' : `${type}${number}`;
  const facts = makers[type](around, number);
  const slug = type === 'media' || type === 'site' || type === 'slot' ? {} : { slug: `${type}-${number}` };
  // Absent is left out, as in a feed.
  const plain = JSON.parse(JSON.stringify({ type, id, ...slug, ...facts }));
  return schemas[type].parse(plain) as ItemOf<Type>;
}

const makers: Readonly<Record<ItemType, Maker>> = {
  ...hubMakers,
  article: (around) => ({
    title: line(around),
    shortTitle: maybe(around, () => line(around)),
    series: maybe(around, () => ref(around, 'series')),
    editorNote: around.dice.chance(0.2) ? body(around) : undefined,
    body: body(around),
    summary: maybe(around, () => line(around)),
    cover: maybe(around, () => ref(around, 'media')),
    publishedOn: day(around),
    publishedTime: maybe(around, () => around.dice.pick(['00:00', '08:30', '14:02'])),
    firstPublishedAt: firstPublished(around),
    byline: maybe(around, () => line(around)),
    pinned: around.dice.chance(0.1),
    aiAssisted: false,
    attachments: attachments(around),
    corrections: around.dice.chance(0.2) ? [{ on: day(around), text: line(around) }] : [],
    channel: ref(around, 'channel'),
    alsoIn: refs(around, 'channel', 1),
    sources: [
      around.dice.chance(0.7)
        ? { kind: '科室', label: line(around), department: ref(around, 'department') }
        : { kind: '院区', label: line(around), campus: ref(around, 'campus') },
    ],
    tags: refs(around, 'tag'),
    related: {
      departments: refs(around, 'department', 1),
      doctors: refs(around, 'doctor', 1),
      articles: refs(around, 'article', 1),
      consultations: refs(around, 'consultation', 1),
      videos: refs(around, 'video', 1),
      diseases: refs(around, 'disease', 1),
    },
  }),
  consultation: (around) => ({
    title: line(around),
    question: line(around),
    answer: body(around),
    answeredBy: maybe(around, () => ref(around, 'doctor')),
    answeredOn: day(around),
    firstPublishedAt: firstPublished(around),
    departments: refs(around, 'department'),
    doctors: refs(around, 'doctor', 1),
  }),
  notice: (around) => ({
    title: line(around),
    category: around.dice.pick(noticeCategory.options),
    publishedOn: day(around),
    firstPublishedAt: firstPublished(around),
    validFrom: maybe(around, () => day(around)),
    expired: around.dice.chance(0.3),
    body: body(around),
    attachments: attachments(around),
    channel: ref(around, 'channel'),
    department: maybe(around, () => ref(around, 'department')),
    suspensions: around.dice.chance(0.4) ? [suspension(around)] : [],
    clinics: around.dice.chance(0.3)
      ? [
          {
            date: '2026-11-03',
            until: maybe(around, () => '2026-11-04'),
            campus: maybe(around, () => ref(around, 'campus')),
            department: maybe(around, () => ref(around, 'department')),
            session: maybe(around, () => around.dice.pick(suspensionSession.options)),
            note: maybe(around, () => line(around)),
          },
        ]
      : [],
  }),
  page: (around) => ({
    title: line(around),
    body: body(around),
    attachments: attachments(around),
    channel: ref(around, 'channel'),
    department: maybe(around, () => ref(around, 'department')),
    firstPublishedAt: firstPublished(around),
    reviewDue: maybe(around, () => day(around)),
    reviewOverdue: around.dice.chance(0.3),
    order: around.dice.int(0, 3),
  }),
  topic: (around) => ({
    title: line(around),
    intro: maybe(around, () => body(around)),
    cover: maybe(around, () => ref(around, 'media')),
    from: maybe(around, () => day(around)),
    state: maybe(around, () => around.dice.pick(phase.options)),
    blocks: [
      {
        heading: line(around),
        articles: refs(around, 'article', 3),
        videos: refs(around, 'video', 6),
        consultations: refs(around, 'consultation', 4),
        diseases: refs(around, 'disease', 2),
      },
    ],
  }),
  video: (around) => ({
    title: line(around),
    summary: maybe(around, () => line(around)),
    file: ref(around, 'media'),
    poster: maybe(around, () => ref(around, 'media')),
    publishedOn: day(around),
    firstPublishedAt: firstPublished(around),
    departments: refs(around, 'department'),
    doctors: refs(around, 'doctor', 1),
  }),
};

/** Now and then a whole campus, with nobody named. */
function suspension(around: Surroundings): object {
  const someone = around.dice.chance(0.7);
  return {
    doctor: someone ? maybe(around, () => ref(around, 'doctor')) : undefined,
    department: someone ? maybe(around, () => ref(around, 'department')) : undefined,
    campus: someone ? maybe(around, () => ref(around, 'campus')) : ref(around, 'campus'),
    from: '2026-11-01',
    until: '2026-11-02',
    session: around.dice.pick(suspensionSession.options),
    substitute: maybe(around, () => ref(around, 'doctor')),
    state: around.dice.pick(['未开始', '进行中', '进行中', '已结束']),
  };
}

/** Of any type, the dated ones more often: they are what a newsroom writes. */
export const oftenTypes: readonly ItemType[] = [
  ...(Object.keys(counts) as ItemType[]),
  ...Array<ItemType>(12).fill('article'),
  ...(['notice', 'consultation', 'video', 'channel', 'doctor', 'department'] as const),
].filter((type) => type !== 'site');
