/** The sample's long read: about 2,500 characters, with all that a body can hold, a cover of its own, corrections. */
import type { ItemOf } from '@xinglin/shared/content/item.js';
import { Dice } from './corpus-random.ts';
import { bullets, paragraph } from './corpus-sentences.ts';

const dice = new Dice('long read');
const subject = { department: '心内科', people: ['周敏', '林越'], disease: '高血压' };
const words = (): string => [4, 4, 3].map((count) => paragraph(dice, subject, count)).join('\n\n');

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const timetable = [
  '表1　心内科各院区门诊安排',
  [
    `| 院区 | ${days.join(' | ')} |`,
    `| --- |${days.map(() => ' --- |').join('')}`,
    ...['总院', '东湖院区', '西院区'].map(
      (campus) => `| ${campus} | ${days.map(() => '上午专家，下午普通').join(' | ')} |`,
    ),
  ].join('\n'),
];

/** What no paragraph is: an abbreviation's words, a letter as it was typed, a rule. */
const rarities = [
  '<dl><dt>家庭血压</dt><dd>安静坐五分钟以后，在家里量的血压。</dd><dt>诊室血压</dt><dd>医生或护士量的血压。</dd></dl>',
  '---',
  '```\n姓名：________　　日期：____年__月__日\n早：____/____mmHg，心率____次/分；晚：____/____mmHg，心率____次/分；服药：________________________________\n```',
  '记录表也可以自己画，格式写作 `收缩压/舒张压`，例如 `128/76`。',
];

export const longRead: Partial<ItemOf<'article'>> & { body: string } = {
  series: 'xieying',
  tags: ['jieru'],
  cover: 'jifang',
  body: [
    words(),
    '## 从发现到确诊',
    words(),
    '![导管室](media:cover2 "导管室里的清晨")',
    '## 三个常见误区',
    words(),
    bullets(dice),
    '## 在哪里看',
    ...timetable,
    words(),
    '## 在家里怎么量',
    ...rarities,
    words(),
  ].join('\n\n'),
  corrections: [
    { on: '2026-02-28', text: '文中“西院区周六停诊”有误，应为“西院区周日停诊”，已改正。' },
    { on: '2026-03-02', text: '补充了东湖院区夜间门诊的电话。' },
  ],
  editors: '王芸',
  sources: [{ kind: '科室', label: '心血管内科', department: 'xinnei' }],
  related: {
    departments: [],
    doctors: ['zhoumin'],
    articles: ['daoguan'],
    consultations: [],
    videos: [],
    diseases: [],
  },
};
