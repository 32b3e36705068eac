/**
 * Random items over so few ids that they meet: every list overflows, every hub is shared, every text links to
 * something that moves or goes. Made from dice, so that a seed is a newsroom.
 */
import { clinicKind, doctorTitle } from '@xinglin/shared/content/doctor.js';
import { slotPosition } from '@xinglin/shared/content/groupings.js';
import { type ItemOf, type ItemType, schemas } from '@xinglin/shared/content/item.js';
import { noticeCategory, suspensionSession } from '@xinglin/shared/content/notice.js';
import type { Dice } from './corpus-random.ts';
import { site } from './items.ts';

/** How many documents of a type there can be. */
export const counts = {
  article: 60,
  campus: 3,
  channel: 6,
  consultation: 12,
  department: 3,
  disease: 4,
  doctor: 10,
  media: 5,
  notice: 12,
  page: 5,
  series: 2,
  site: 1,
  slot: 3,
  tag: 4,
  topic: 2,
  video: 10,
} as const satisfies Record<ItemType, number>;

/** What the items of one newsroom have in common. */
export interface Surroundings {
  dice: Dice;
  /** Months in which anything is published: one makes it long, several make gaps. */
  months: readonly string[];
  /** Paths that texts may name: of what is there, was there or never was. */
  links: () => readonly string[];
}

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

const words = ['智算实验室揭牌', '义诊进社区', '心内科', '单小伟', '三号楼', '科普', '公告', '停诊安排'];

function line({ dice }: Surroundings): string {
  return `${dice.pick(words)}${dice.int(1, 99)}`;
}

function maybe<Value>({ dice }: Surroundings, value: () => Value): Value | undefined {
  return dice.chance(0.5) ? value() : undefined;
}

function ref({ dice }: Surroundings, type: ItemType): string {
  // One more than there are: what is named need not be there.
  return `${type}${dice.int(1, counts[type] + (dice.chance(0.1) ? 1 : 0))}`;
}

function refs(around: Surroundings, type: ItemType, most = 2): string[] {
  const count = around.dice.int(0, most);
  return [...new Set(Array.from({ length: count }, () => ref(around, type)))];
}

function body(around: Surroundings): string {
  const { dice } = around;
  const parts = [line(around)];
  for (let turn = dice.int(0, 2); turn > 0; turn -= 1) {
    parts.push(
      dice.chance(0.7)
        ? `${dice.chance(0.5) ? '' : '见 '}[${line(around)}](${dice.pick(around.links())})`
        : `![图](media:${ref(around, 'media')})`,
    );
  }
  return parts.join('\n\n');
}

function day({ dice, months }: Surroundings): string {
  return `${dice.pick(months)}-${String(dice.int(1, 9)).padStart(2, '0')}`;
}

function attachments(around: Surroundings): object[] {
  return around.dice.chance(0.2) ? [{ media: ref(around, 'media'), name: '附件' }] : [];
}

const makers: Readonly<Record<ItemType, (around: Surroundings, number: number) => object>> = {
  article: (around) => ({
    title: line(around),
    series: maybe(around, () => ref(around, 'series')),
    editorNote: around.dice.chance(0.2) ? body(around) : undefined,
    body: body(around),
    summary: maybe(around, () => line(around)),
    cover: maybe(around, () => ref(around, 'media')),
    publishedOn: day(around),
    publishedTime: maybe(around, () => around.dice.pick(['00:00', '08:30', '14:02'])),
    byline: maybe(around, () => line(around)),
    pinned: around.dice.chance(0.1),
    aiAssisted: false,
    attachments: attachments(around),
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
  campus: (around) => ({
    name: line(around),
    address: line(around),
    phone: maybe(around, () => '0571-1'),
    transport: maybe(around, () => body(around)),
    photo: maybe(around, () => ref(around, 'media')),
    order: around.dice.int(0, 3),
  }),
  channel: (around, number) => ({
    name: line(around),
    parent: number > 1 && around.dice.chance(0.7) ? `channel${around.dice.int(1, number - 1)}` : undefined,
    category: around.dice.pick(['新闻', '公告', '科普']),
    description: maybe(around, () => line(around)),
    order: around.dice.int(0, 3),
  }),
  consultation: (around) => ({
    title: line(around),
    question: line(around),
    answer: body(around),
    answeredBy: maybe(around, () => ref(around, 'doctor')),
    answeredOn: day(around),
    departments: refs(around, 'department'),
    doctors: refs(around, 'doctor', 1),
  }),
  department: (around, number) => ({
    name: line(around),
    aliases: [],
    formerNames: [],
    category: around.dice.pick(['临床', '临床', '医技', '职能']),
    intro: maybe(around, () => body(around)),
    phone: maybe(around, () => '0571-2'),
    location: maybe(around, () => line(around)),
    parent: number > 1 && around.dice.chance(0.3) ? 'department1' : undefined,
    campuses: refs(around, 'campus'),
    diseases: refs(around, 'disease'),
    order: around.dice.int(0, 3),
  }),
  disease: (around) => ({
    name: line(around),
    aliases: [],
    body: body(around),
    departments: refs(around, 'department', 1),
    doctors: refs(around, 'doctor'),
    reviewedBy: maybe(around, () => ref(around, 'doctor')),
  }),
  doctor: (around) => ({
    name: line(around),
    pinyin: maybe(around, () => around.dice.pick(['shan xiao wei', 'ren jing yi'])),
    title: around.dice.pick(doctorTitle.options.slice(0, 4)),
    post: maybe(around, () => line(around)),
    specialties: maybe(around, () => line(around)),
    intro: maybe(around, () => body(around)),
    photo: maybe(around, () => ref(around, 'media')),
    status: around.dice.chance(0.85) ? '在职' : '离院',
    departments: [...new Set([ref(around, 'department'), ...refs(around, 'department', 1)])],
    clinics: around.dice.chance(0.5)
      ? [
          {
            campus: ref(around, 'campus'),
            department: ref(around, 'department'),
            weekday: '周一',
            session: '上午',
            kind: around.dice.pick(clinicKind.options),
          },
        ]
      : [],
    order: around.dice.int(0, 3),
  }),
  media: ({ dice }, number) => ({
    sha256: `${number}${dice.int(0, 9)}`.padEnd(64, '0').slice(0, 64),
    name: `图${dice.int(1, 9)}.png`,
    ext: '.png',
    mime: 'image/png',
    size: 1,
    width: 300,
    height: dice.int(200, 300),
    alt: `图${dice.int(1, 9)}`,
    broken: dice.chance(0.15) ? '坏了' : undefined,
  }),
  notice: (around) => ({
    title: line(around),
    category: around.dice.pick(noticeCategory.options),
    publishedOn: day(around),
    expired: around.dice.chance(0.3),
    body: body(around),
    attachments: attachments(around),
    channel: ref(around, 'channel'),
    department: maybe(around, () => ref(around, 'department')),
    suspensions: around.dice.chance(0.4)
      ? [
          {
            doctor: maybe(around, () => ref(around, 'doctor')),
            department: maybe(around, () => ref(around, 'department')),
            campus: maybe(around, () => ref(around, 'campus')),
            from: '2026-11-01',
            until: '2026-11-02',
            session: around.dice.pick(suspensionSession.options),
            substitute: maybe(around, () => ref(around, 'doctor')),
            state: around.dice.pick(['未开始', '进行中', '进行中', '已结束']),
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
    order: around.dice.int(0, 3),
  }),
  series: (around) => ({ name: line(around), description: maybe(around, () => line(around)) }),
  site: (around) => ({
    ...site,
    phone: maybe(around, () => '0571-3'),
    description: maybe(around, () => line(around)),
    registrationUrl: maybe(around, () => around.dice.pick(around.links())),
    // The frame of all pages leads to one channel and one page.
    navigation: [
      { label: '首页', url: '/', children: [] },
      { label: '栏目', url: '/channel-1/', children: [{ label: '单页', url: '/pages/page-1/' }] },
    ],
  }),
  slot: (around, number) => ({
    position: slotPosition.options[number - 1] ?? '首页推荐',
    items: Array.from({ length: around.dice.int(0, 2) }, () =>
      around.dice.chance(0.7)
        ? { article: ref(around, 'article'), title: maybe(around, () => line(around)) }
        : { title: line(around), url: around.dice.pick(around.links()) },
    ),
  }),
  tag: (around) => ({ name: line(around), description: maybe(around, () => line(around)) }),
  topic: (around) => ({
    title: line(around),
    intro: maybe(around, () => body(around)),
    cover: maybe(around, () => ref(around, 'media')),
    from: maybe(around, () => day(around)),
    blocks: [{ heading: line(around), articles: refs(around, 'article', 3) }],
  }),
  video: (around) => ({
    title: line(around),
    summary: maybe(around, () => line(around)),
    file: ref(around, 'media'),
    poster: maybe(around, () => ref(around, 'media')),
    publishedOn: day(around),
    departments: refs(around, 'department'),
    doctors: refs(around, 'doctor', 1),
  }),
};

/** Of any type, the dated ones more often: they are what a newsroom writes. */
export const oftenTypes: readonly ItemType[] = [
  ...(Object.keys(counts) as ItemType[]),
  ...Array<ItemType>(12).fill('article'),
  ...(['notice', 'consultation', 'video', 'channel', 'doctor', 'department'] as const),
].filter((type) => type !== 'site');
