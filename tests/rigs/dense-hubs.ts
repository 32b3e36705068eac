/** Dense items that others name. */
import { clinicKind, doctorTitle } from '@xinglin/shared/content/doctor.js';
import { slotPosition } from '@xinglin/shared/content/groupings.js';
import { body, day, line, type Maker, maybe, ref, refs } from './dense-parts.ts';
import { site } from './items.ts';

export const hubMakers = {
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
    category: around.dice.pick(['新闻', '公告', '科普', '指南', '公开']),
    description: maybe(around, () => line(around)),
    order: around.dice.int(0, 3),
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
    reviewDue: maybe(around, () => day(around)),
    reviewOverdue: around.dice.chance(0.3),
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
    // A 停诊 of the dense newsroom lasts from a Sunday to a Monday.
    clinics: Array.from({ length: around.dice.int(0, 2) }, () => ({
      campus: ref(around, 'campus'),
      department: ref(around, 'department'),
      weekday: around.dice.pick(['周一', '周日', '周二']),
      session: around.dice.pick(['上午', '下午']),
      kind: around.dice.pick(clinicKind.options),
    })),
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
    focalPoint: dice.chance(0.3) ? { x: 0.25, y: 0.6 } : undefined,
    decorative: dice.chance(0.2),
    broken: dice.chance(0.15) ? '坏了' : undefined,
  }),
  series: (around) => ({ name: line(around), description: maybe(around, () => line(around)) }),
  site: (around) => ({
    ...site,
    phone: maybe(around, () => '0571-3'),
    description: maybe(around, () => line(around)),
    publicSecurity: maybe(around, () => ({ label: '公网安备1号', picture: ref(around, 'media') })),
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
        : {
            title: line(around),
            url: around.dice.pick(around.links()),
            picture: maybe(around, () => ref(around, 'media')),
          },
    ),
  }),
  tag: (around) => ({ name: line(around), description: maybe(around, () => line(around)) }),
} as const satisfies Readonly<Record<string, Maker>>;
