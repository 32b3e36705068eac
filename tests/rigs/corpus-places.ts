/** The hospital of the corpus: what stands whether there are a thousand articles or a hundred thousand. */
import { clinicKind, type Doctor } from '@xinglin/shared/content/doctor.js';
import type { Item, ItemOf } from '@xinglin/shared/content/item.js';
import { sha256 } from '@xinglin/shared/digest.js';
import { Dice } from './corpus-random.ts';
import { paragraph } from './corpus-sentences.ts';
import * as words from './corpus-words.ts';

const numbered = (type: string, index: number): string => `${type}${index + 1}`;

/** The department that has its own, fixed number of articles, whatever the size of the corpus. */
export const countedDepartment = 'department1';

export const campuses = words.campuses.map(
  ([name, address, transport], order): ItemOf<'campus'> => ({
    type: 'campus',
    id: numbered('campus', order),
    slug: `yuan-qu-${order + 1}`,
    name,
    address,
    transport,
    phone: `010-5550 10${order}0`,
    order,
  }),
);

export const channels = words.channelNames.map(([name, slug, category, parent], order): ItemOf<'channel'> => {
  const above = words.channelNames.findIndex(([one]) => one === parent);
  return {
    type: 'channel',
    id: numbered('channel', order),
    slug,
    name,
    category,
    order,
    ...(above >= 0 && { parent: numbered('channel', above) }),
  };
});

export const departments = words.departmentNames.map((name, order): ItemOf<'department'> => {
  const dice = new Dice('department', order);
  const subject = { department: name, people: ['王主任', '李医生'], disease: dice.pick(words.diseaseNames) };
  return {
    type: 'department',
    id: numbered('department', order),
    slug: `ke-shi-${order + 1}`,
    name,
    aliases: [],
    formerNames: [],
    category: order >= 53 ? '职能' : order >= 45 ? '医技' : '临床',
    intro: [paragraph(dice, subject, 4), paragraph(dice, subject, 3)].join('\n\n'),
    phone: `010-5550 2${String(order).padStart(3, '0')}`,
    location: `${dice.pick(words.campuses)[0]}${dice.int(1, 9)} 楼`,
    campuses: dice.some(campuses, 2).map(({ id }) => id),
    diseases: dice.some(words.diseaseNames, order >= 45 ? 0 : 4).map((one) => diseaseId(one)),
    order,
  };
});

const titles = ['主任医师', '副主任医师', '主治医师', '住院医师'] as const;

/** Eight or nine a department. */
export const doctors = Array.from({ length: 500 }, (_, order): Doctor => {
  const dice = new Dice('doctor', order);
  const department = departments[order % departments.length] as ItemOf<'department'>;
  const spelled = [dice.pick(words.surnames), ...dice.some(words.givenNames, 2)].map(
    (one) => [one.slice(0, 1), one.slice(1)] as const,
  );
  const name = spelled.map(([character]) => character).join('');
  const syllables = spelled.map(([, syllable]) => syllable);
  const subject = { department: department.name, people: [name], disease: dice.pick(words.diseaseNames) };
  return {
    type: 'doctor',
    id: numbered('doctor', order),
    slug: `${syllables.join('-')}-${order + 1}`,
    name,
    pinyin: syllables.join(' '),
    title: dice.pick(titles),
    specialties: `擅长${dice.some(words.diseaseNames, 3).join('、')}的诊断和治疗。`,
    intro: paragraph(dice, subject, 4),
    status: dice.chance(0.95) ? '在职' : '离院',
    departments: [department.id],
    clinics: Array.from({ length: dice.int(1, 3) }, () => ({
      campus: dice.pick(campuses).id,
      department: department.id,
      weekday: dice.pick(['周一', '周二', '周三', '周四', '周五'] as const),
      session: dice.pick(['上午', '下午'] as const),
      kind: dice.pick(clinicKind.options),
    })),
    order,
  };
});

export const doctorsOf = Map.groupBy(doctors, ({ departments: [id] }) => id as string);

export function diseaseId(name: string): string {
  return numbered('disease', words.diseaseNames.indexOf(name));
}

export const tags = words.tagSubjects.flatMap((subject, row) =>
  words.tagAspects.map((aspect, column): ItemOf<'tag'> => {
    const index = row * words.tagAspects.length + column;
    return {
      type: 'tag',
      id: numbered('tag', index),
      slug: `biao-qian-${index + 1}`,
      name: `${subject}${aspect}`,
    };
  }),
);

export const series = words.seriesNames.map(
  (name, index): ItemOf<'series'> => ({
    type: 'series',
    id: numbered('series', index),
    slug: `xi-lie-${index + 1}`,
    name,
  }),
);

/** Pictures of no bytes: their rows only, as the feed brings them. */
export function media(count: number): ItemOf<'media'>[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'media',
    id: numbered('media', index),
    sha256: sha256(`corpus picture ${index}`),
    name: `现场图片${index + 1}.jpg`,
    ext: '.jpg',
    mime: 'image/jpeg',
    size: 840_000,
    width: 1600,
    height: 1067,
    alt: '活动现场，医生正在为居民讲解。',
    credit: '宣传中心',
    decorative: false,
  }));
}

const links = (of: readonly { name: string; slug: string }[], under = '') =>
  of.map(({ name, slug }) => ({ label: name.slice(0, 20), url: `${under}/${slug}/` }));

export const settings: ItemOf<'site'> = {
  type: 'site',
  id: 'site1',
  url: 'https://www.xinglin.example',
  name: '杏林医院',
  organisation: '杏林大学附属第一医院',
  description: '三个院区，六十个科室，五百名医生。挂号、停诊、出诊与医院新闻，都在这里。',
  phone: '010-5550 0100',
  emergencyPhone: '010-5550 0120',
  registrationUrl: '/pages/dan-ye-1/',
  icp: '京ICP备00000000号',
  navigation: [
    { label: '首页', url: '/', children: [] },
    { label: '医院概况', url: '/yi-yuan-gai-kuang/', children: links(campuses, '/campuses') },
    { label: '科室导航', url: '/departments/', children: links(departments.slice(0, 8), '/departments') },
    { label: '专家介绍', url: '/doctors/', children: [] },
    { label: '新闻中心', url: '/xin-wen-dong-tai/', children: links(channels.slice(2, 9)) },
    { label: '就医指南', url: '/jiu-yi-zhi-nan/', children: [{ label: '通知公告', url: '/notices/' }] },
    {
      label: '健康科普',
      url: '/jian-kang-ke-pu/',
      children: [{ label: '健康咨询', url: '/consultations/' }],
    },
  ],
  friendLinks: words.outside.map((label, index) => ({
    label,
    url: `https://partner${index + 1}.xinglin.example/`,
  })),
  footer: '地址：杏林路 12 号　邮编：100000',
  breadcrumb: { prefix: '您的位置：', separator: '>>' },
  elderModeLabel: '长者模式',
  defaultFontSize: 18,
  greyscale: false,
};

/** Everything of this file, before what names it. */
export const places: readonly Item[] = [
  settings,
  ...campuses,
  ...channels,
  ...departments,
  ...doctors,
  ...tags,
  ...series,
];
