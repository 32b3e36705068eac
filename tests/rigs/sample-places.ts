/** The sample's hospital: settings, channels, campuses, departments, doctors, groupings, files. Invented. */
import type { Item, ItemOf } from '@xinglin/shared/content/item.js';
import { sha256 } from '@xinglin/shared/digest.js';

type Media = ItemOf<'media'>;

const file = (id: string, name: string, mime: string, more: Partial<Media> = {}): Media => ({
  type: 'media',
  id,
  sha256: sha256(id),
  name,
  ext: name.slice(name.lastIndexOf('.')),
  mime,
  size: 648_211,
  decorative: false,
  ...more,
});

const photo = (id: string, alt: string, more: Partial<Media> = {}): Media =>
  file(id, `${id}.jpg`, 'image/jpeg', { width: 1600, height: 1067, alt, ...more });

const channel = (
  id: string,
  slug: string,
  name: string,
  category: ItemOf<'channel'>['category'],
  order: number,
  more: Partial<ItemOf<'channel'>> = {},
): Item => ({ type: 'channel', id, slug, name, category, order, ...more });

const department = (
  id: string,
  slug: string,
  name: string,
  category: ItemOf<'department'>['category'],
  order: number,
  more: Partial<ItemOf<'department'>> = {},
): Item => ({
  type: 'department',
  id,
  slug,
  name,
  aliases: [],
  formerNames: [],
  category,
  campuses: ['campusbei'],
  diseases: [],
  order,
  ...more,
});

const doctor = (
  id: string,
  slug: string,
  name: string,
  title: ItemOf<'doctor'>['title'],
  departments: string[],
  order: number,
  more: Partial<ItemOf<'doctor'>> = {},
): Item => ({
  type: 'doctor',
  id,
  slug,
  name,
  title,
  departments,
  status: '在职',
  clinics: [],
  order,
  ...more,
});

const settings: Item = {
  type: 'site',
  id: 'site',
  url: 'https://www.xinglin.example',
  name: '杏林医院',
  organisation: '杏林大学附属第一医院',
  description: '三个院区，二十个科室，一百一十年。挂号、停诊、出诊与医院新闻，都在这里。',
  phone: '010-5550 0100',
  emergencyPhone: '010-5550 0120',
  registrationUrl: '/pages/gua-hao/',
  icp: '京ICP备00000000号-1',
  publicSecurity: {
    label: '京公网安备 11000000000000号',
    url: 'https://beian.mps.gov.cn/',
    picture: 'jinghui',
  },
  institutionMark: { image: 'biaozhi', url: 'https://www.conac.cn/' },
  governmentCode: '0000000000',
  navigation: [
    {
      label: '医院新闻',
      url: '/yi-yuan-xin-wen/',
      children: [
        { label: '新闻动态', url: '/xin-wen-dong-tai/' },
        { label: '媒体看杏林', url: '/mei-ti/' },
      ],
    },
    { label: '科室', url: '/departments/', children: [] },
    { label: '医生', url: '/doctors/', children: [] },
    { label: '通知公告', url: '/notices/', children: [] },
    { label: '健康科普', url: '/jian-kang-ke-pu/', children: [] },
    { label: '就医指南', url: '/jiu-yi-zhi-nan/', children: [] },
  ],
  friendLinks: [
    { label: '国家卫生健康委员会', url: 'https://www.nhc.gov.cn/' },
    { label: '杏林大学', url: 'https://www.example.edu.cn/' },
  ],
  footer: '总院地址：杏林市柳荫街 8 号 · 总机：[010-5550 0100](tel:01055500100)',
  breadcrumb: { prefix: '您所在的位置：', separator: '>>' },
  elderModeLabel: '长者模式',
  defaultFontSize: 18,
  greyscale: false,
};

const clinics: ItemOf<'doctor'>['clinics'] = [
  { campus: 'campusbei', department: 'xinnei', weekday: '周一', session: '上午', kind: '专家' },
  { campus: 'campusdong', department: 'xinnei', weekday: '周三', session: '下午', kind: '特需' },
];

/** Everything of the sample that is not a story. */
export function places(): Item[] {
  return [
    settings,
    channel('gongzhong', 'gong-zhong-ru-kou', '公众入口', '概况', 0),
    channel('xinwen', 'yi-yuan-xin-wen', '医院新闻', '新闻', 1, { parent: 'gongzhong' }),
    channel('dongtai', 'xin-wen-dong-tai', '新闻动态', '新闻', 2, {
      parent: 'xinwen',
      description: '医院里正在发生的事。',
      keywords: '医院新闻,新闻动态',
    }),
    channel('meiti', 'mei-ti', '媒体看杏林', '新闻', 3, { parent: 'xinwen' }),
    channel('gonggao', 'tong-zhi-gong-gao', '通知公告', '公告', 4, { parent: 'gongzhong' }),
    channel('kepu', 'jian-kang-ke-pu', '健康科普', '科普', 5, { parent: 'gongzhong' }),
    channel('zhinan', 'jiu-yi-zhi-nan', '就医指南', '指南', 6, { parent: 'gongzhong' }),
    channel('kong', 'kong-lan-mu', '空栏目', '新闻', 7, { parent: 'gongzhong' }),
    channel('gongkai', 'xin-xi-gong-kai', '信息公开', '公开', 8, { parent: 'gongzhong' }),
    {
      type: 'campus',
      id: 'campusbei',
      slug: 'zong-yuan',
      name: '总院',
      address: '杏林市柳荫街 8 号',
      latitude: 39.93,
      longitude: 116.38,
      phone: '010-5550 0100',
      transport: '地铁 4 号线柳荫街站 B 口出，步行 300 米。\n\n公交 13 路、42 路到“杏林医院”站。',
      order: 0,
    },
    {
      type: 'campus',
      id: 'campusdong',
      slug: 'dong-hu-yuan-qu',
      name: '东湖院区',
      address: '杏林市东湖大道 66 号',
      phone: '010-5550 0200',
      order: 1,
    },
    // As an import brings a campus that it knows only by name.
    { type: 'campus', id: 'campusxi', slug: 'xi-yuan-qu', name: '西院区', order: 2 },
    department('xinnei', 'xin-nei-ke', '心内科', '临床', 0, {
      aliases: ['心血管内科'],
      intro: '心内科成立于 1956 年，是国家临床重点专科。',
      phone: '010-5550 0131',
      location: '门诊楼三层东侧',
      campuses: ['campusbei', 'campusdong'],
      diseases: ['gaoxueya'],
    }),
    department('daoguanshi', 'dao-guan-shi', '导管室', '临床', 4, { parent: 'xinnei' }),
    department('erke', 'er-ke', '儿科', '临床', 1),
    department('fangshe', 'fang-she-ke', '放射科', '医技', 2),
    department('xinxi', 'xin-xi-zhong-xin', '信息中心', '职能', 3),
    doctor('zhoumin', 'zhou-min', '周敏', '主任医师', ['xinnei'], 0, {
      pinyin: 'zhou min',
      teachingTitle: '教授',
      post: '心内科主任',
      specialties: '高血压、冠心病的介入治疗',
      intro: '从事心血管内科临床工作三十年。',
      photo: 'zhouminphoto',
      clinics,
    }),
    doctor('zhoumin2', 'zhou-min-2', '周敏', '主治医师', ['erke'], 1, { clinics: [] }),
    doctor('linyue', 'lin-yue', '林越', '副主任医师', ['xinnei', 'daoguanshi'], 2, {
      pinyin: 'lin yue',
      clinics: [
        { campus: 'campusbei', department: 'xinnei', weekday: '周二', session: '夜间', kind: '普通' },
        {
          campus: 'campusbei',
          department: 'daoguanshi',
          weekday: '周四',
          session: '下午',
          kind: '专病',
          until: '2026-12-31',
        },
      ],
    }),
    doctor('sunhe', 'sun-he', '孙荷', '主任医师', ['erke'], 3, { status: '离院' }),
    {
      type: 'series',
      id: 'xieying',
      slug: 'yi-hai-xie-ying',
      name: '医海撷英',
      description: '新技术、新团队、新故事。',
    },
    { type: 'tag', id: 'zhihui', slug: 'zhi-hui-yi-yuan', name: '智慧医院' },
    { type: 'tag', id: 'jieru', slug: 'jie-ru-zhi-liao', name: '介入治疗' },
    photo('jiepai', '两位代表在会议厅为联合实验室揭牌', { caption: '联合实验室揭牌', credit: '陈默' }),
    photo('jifang', '参观者站在一排机柜前听讲解', { caption: '参观东湖院区信息机房', height: 1200 }),
    photo('cover2', '医护人员在导管室里看着屏幕', { focalPoint: { x: 0.3, y: 0.4 } }),
    photo('zhouminphoto', '周敏医生', { width: 800, height: 1000 }),
    file('biaozhi', 'biaozhi.png', 'image/png', { width: 160, height: 200, alt: '事业单位网站标识' }),
    file('jinghui', 'jinghui.png', 'image/png', { width: 40, height: 44, alt: '公安备案图标' }),
    photo('huawen', '', { alt: undefined, decorative: true, height: 200 }),
    file('fujian', '智算联合实验室章程.pdf', 'application/pdf', { size: 1_258_291 }),
    file('biaoge', '节假日门诊安排.xlsx', 'application/vnd.ms-excel', { size: 18_211 }),
    photo('huaile', '打不开的图片', { broken: '文件损坏，无法解码' }),
    file('shipin', 'shipin.mp4', 'video/mp4'),
    file('zimu', 'zimu.vtt', 'text/vtt'),
  ];
}
