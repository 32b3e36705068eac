/** The sample's writing: articles, notices, pages, videos, answers, topics. Invented. */
import type { Item, ItemOf } from '@xinglin/shared/content/item.js';
import { longRead } from './sample-long-read.ts';

type Article = ItemOf<'article'>;

const nothing: Article['related'] = {
  departments: [],
  doctors: [],
  articles: [],
  consultations: [],
  videos: [],
  diseases: [],
};

const article = (
  id: string,
  slug: string,
  title: string,
  publishedOn: string,
  more: Partial<Article>,
): Item => ({
  type: 'article',
  id,
  slug,
  title,
  publishedOn,
  body: '各院区今日照常开诊。',
  pinned: false,
  aiAssisted: false,
  attachments: [],
  corrections: [],
  channel: 'dongtai',
  alsoIn: [],
  sources: [{ kind: '科室', label: '宣传中心' }],
  tags: [],
  related: nothing,
  ...more,
});

const full = article(
  'zhisuan',
  'zhi-suan-lian-he-shi-yan-shi',
  '上新！“智算联合实验室”落户东湖院区',
  '2026-03-26',
  {
    shortTitle: '智算联合实验室落户东湖院区',
    series: 'xieying',
    subtitle: '把算力放到离病床最近的地方',
    editorNote:
      '看一张片子要多少算力，算力放在哪里，听上去是机房的事，其实关系到每一位等结果的病人：**它快不快，稳不稳**，决定了报告什么时候能到医生手里。',
    body: [
      '3月22日下午，杏林医院与星河云团队共建的**“智算联合实验室”**正式揭牌。实验室设在东湖院区，离影像科只隔一条走廊，第一批机器已经通电。',
      '![揭牌仪式现场](media:jiepai "仪式由院长助理主持")',
      '信息中心主任说，过去一张冠脉造影要排队等四十分钟才能算完，现在目标是十分钟以内；省下来的半个小时，留给医生和病人说话。',
      '![图片4.jpg](missing:图片4.jpg)',
      '## 三件具体的事',
      '1. 影像辅助诊断：先从[心内科](/departments/xin-nei-ke/)的冠脉造影做起。\n2. 智能随访：出院七日内的电话，由系统提醒、由人来打。\n3. 科研平台：数据不出院，算力进院来。',
      '> 算力是底座，病人才是中心。\n> ——周敏',
      '| 项目 | 牵头科室 | 上线时间 |\n| --- | --- | --- |\n| 影像辅助诊断 | 心内科、放射科 | 2026年6月 |\n| 智能随访 | 信息中心 | 2026年9月 |',
      '仪式结束后，双方参观了东湖院区信息机房。实验室章程见[附件](media:fujian)，更多内容见[已经不在的页面](/news/bu-zai-le/)。',
      '![参观机房](media:jifang)',
      '![](media:huaile)',
      '实验室每季度向全院公开一次进展，做不成的也写进去。',
    ].join('\n\n'),
    summary:
      '杏林医院与星河云团队共建的智算联合实验室在东湖院区揭牌，先做影像辅助诊断、智能随访和科研平台三件事。',
    cover: 'jiepai',
    publishedTime: '14:02',
    firstPublishedAt: '2026-03-26T14:02:00+08:00',
    corrections: [
      { on: '2026-03-27', text: '揭牌日期原写作3月23日，应为3月22日。' },
      { on: '2026-03-30', text: '表格中“智能随访”的牵头科室原写作“门诊部”，应为信息中心。' },
    ],
    eventDate: '2026-03-22',
    writers: '陈默、何佳',
    photographers: '陈默',
    editors: '王芸',
    byline: '信息中心、国内合作处、东湖院区',
    legacyViews: 3021,
    aiAssisted: true,
    attachments: [
      { media: 'fujian', name: '智算联合实验室章程.pdf' },
      { media: 'biaoge', name: '揭牌仪式议程.xlsx' },
    ],
    alsoIn: ['meiti'],
    sources: [
      { kind: '科室', label: '信息中心', department: 'xinxi' },
      { kind: '院区', label: '东湖院区', campus: 'campusdong' },
      { kind: '外部单位', label: '星河云', url: 'https://www.example.com/' },
      { kind: '科室', label: '国内合作处' },
    ],
    tags: ['zhihui', 'jieru'],
    related: {
      departments: ['xinnei'],
      doctors: ['zhoumin'],
      articles: ['daoguan'],
      consultations: ['zixun'],
      videos: ['video1'],
      diseases: ['gaoxueya'],
    },
  },
);

const titles = [
  '心内科完成全市首例新型左心耳封堵术',
  '儿科“小候鸟”夏令营开营',
  '放射科启用新一代低剂量 CT',
  '医院召开 2026 年第一季度护理质量分析会',
  '援疆医疗队凯旋：三百六十五天与一座县医院',
  '东湖院区夜间门诊试运行',
];

const minor = Array.from({ length: 66 }, (_, index): Item => {
  const day = `2026-02-${String(1 + (index % 28)).padStart(2, '0')}`;
  const title = titles[index % titles.length] ?? '';
  return article(`minor${index}`, `minor-${index}`, `${title}（之${index + 1}）`, day, {
    channel: index % 5 === 4 ? 'kepu' : 'dongtai',
    tags: index % 3 === 0 ? ['zhihui'] : [],
    ...(index % 4 === 0 && { series: 'xieying' }),
    ...(index % 2 === 0 && { cover: index % 4 === 0 ? 'cover2' : 'jifang' }),
    body: '今天上午，医院在门诊楼三层举行了简短的仪式。院长说：“我们做的每一件小事，都是为了病人少跑一趟。”\n\n活动持续了两个小时。',
    sources: [{ kind: '科室', label: '心内科', department: 'xinnei' }],
  });
});

/** A year's worth of months before, so that a list has years to choose from. */
const older = Array.from({ length: 12 }, (_, index): Item => {
  const month = String(index + 1).padStart(2, '0');
  return article(
    `older${index}`,
    `bao-dao-${index}`,
    `媒体看杏林：去年${index + 1}月的一件小事`,
    `2025-${month}-15`,
    {
      channel: 'meiti',
      sources: [{ kind: '外部单位', label: '杏林日报', url: 'https://www.example.com/' }],
    },
  );
});

const notice = (id: string, slug: string, title: string, more: Partial<ItemOf<'notice'>>): Item => ({
  type: 'notice',
  id,
  slug,
  title,
  category: '通知',
  publishedOn: '2026-03-20',
  expired: false,
  body: '请相互转告。',
  attachments: [],
  channel: 'gonggao',
  suspensions: [],
  clinics: [],
  ...more,
});

/** Everything of the sample that is read. */
export function stories(): Item[] {
  return [
    full,
    article('daoguan', 'dao-guan-shi-de-yi-tian', '导管室的一天', '2026-03-01', {
      cover: 'cover2',
      pinned: true,
      related: { ...nothing, doctors: ['zhoumin'] },
      body: '早上七点，导管室的灯亮了。\n\n![导管室](media:cover2)',
    }),
    article('changwen', 'xue-ya-na-xie-shi', '血压那些事：从一次体检说起', '2026-02-27', longRead),
    article('hou', 'hou-yi-pian', '后一篇：门诊楼自助机全部换新', '2026-03-28', {}),
    ...minor,
    ...older,
    notice('tingzhen', 'zhou-min-ting-zhen', '周敏主任医师停诊通知', {
      category: '停诊',
      department: 'xinnei',
      suspensions: [
        {
          doctor: 'zhoumin',
          department: 'xinnei',
          campus: 'campusbei',
          from: '2026-03-23',
          until: '2026-03-27',
          session: '上午',
          substitute: 'linyue',
          state: '进行中',
        },
        {
          department: 'xinnei',
          campus: 'campusdong',
          from: '2026-04-01',
          until: '2026-04-01',
          session: '全天',
          note: '门诊系统升级',
          state: '未开始',
        },
      ],
    }),
    notice('jieri', 'qing-ming-men-zhen', '清明节门诊安排', {
      category: '节假日门诊',
      firstPublishedAt: '2026-03-20T09:15:30+08:00',
      validFrom: '2026-04-04',
      body: '急诊各院区全天开放，住院部照常。',
      clinics: [
        { date: '2026-04-04', campus: 'campusbei', session: '上午', note: '照常开诊' },
        { date: '2026-04-04', until: '2026-04-06', campus: 'campusdong', note: '停诊' },
        {
          date: '2026-04-05',
          until: '2026-04-06',
          campus: 'campusbei',
          department: 'erke',
          session: '全天',
          note: '儿科照常开诊',
        },
      ],
      attachments: [{ media: 'biaoge', name: '节假日门诊安排.xlsx' }],
    }),
    notice('zhaobiao', 'dian-ti-zhao-biao', '东湖院区电梯维保招标公告', {
      category: '招标采购',
      documentNumber: '杏医招〔2026〕12号',
      deadline: '2026-04-10T17:00',
      publishedOn: '2026-03-10',
    }),
    notice('jiu', 'jiu-tong-zhi', '已经过期的通知', { expired: true, publishedOn: '2026-01-02' }),
    {
      type: 'page',
      id: 'guahao',
      slug: 'gua-hao',
      title: '预约挂号',
      body: '## 怎么挂号\n\n电话、自助机、窗口都可以。\n\n## 要带什么\n\n身份证与医保卡。',
      attachments: [],
      channel: 'zhinan',
      department: 'xinxi',
      reviewDue: '2026-03-01',
      reviewOverdue: true,
      firstPublishedAt: '2025-09-01T10:20:00+08:00',
      order: 0,
    },
    {
      type: 'page',
      id: 'zhinan1',
      slug: 'gong-kai-zhi-nan',
      title: '信息公开指南',
      body: '主动公开的见目录，其他的可以申请。',
      attachments: [],
      channel: 'gongkai',
      department: 'xinxi',
      reviewOverdue: false,
      firstPublishedAt: '2025-10-08T09:00:00+08:00',
      order: 0,
    },
    {
      type: 'page',
      id: 'jiage',
      slug: 'jia-ge-gong-shi',
      title: '价格公示',
      body: '各院区收费处都有价目表。',
      attachments: [],
      channel: 'gongkai',
      reviewOverdue: false,
      order: 1,
    },
    {
      type: 'disease',
      id: 'gaoxueya',
      slug: 'gao-xue-ya',
      name: '高血压',
      aliases: ['血压高'],
      body: '## 什么是高血压\n\n在未用药的情况下，三次非同日血压不低于 140/90 mmHg。',
      departments: ['xinnei'],
      doctors: ['zhoumin'],
      reviewedBy: 'zhoumin',
      reviewedOn: '2026-01-15',
      reviewDue: '2027-01-15',
      reviewOverdue: false,
    },
    {
      type: 'disease',
      id: 'guanxinbing',
      slug: 'guan-xin-bing',
      name: '冠心病',
      aliases: [],
      body: '冠状动脉粥样硬化引起的心肌缺血。',
      departments: ['xinnei'],
      doctors: [],
      reviewedBy: 'linyue',
      reviewedOn: '2024-02-01',
      reviewDue: '2026-02-01',
      reviewOverdue: true,
    },
    {
      type: 'consultation',
      id: 'zixun',
      slug: 'jiang-ya-yao',
      title: '降压药能停吗？',
      question: '血压已经正常三个月了，可以不吃药了吗？',
      answer: '不建议自行停药，请带着血压记录到门诊调整。',
      answeredBy: 'zhoumin',
      answeredOn: '2026-02-10',
      firstPublishedAt: '2026-02-10T16:40:05+08:00',
      departments: ['xinnei'],
      doctors: ['zhoumin'],
    },
    {
      type: 'video',
      id: 'video1',
      slug: 'xue-ya-zen-me-liang',
      title: '血压怎么量才准',
      file: 'shipin',
      poster: 'cover2',
      subtitles: 'zimu',
      transcript: '坐下，休息五分钟。',
      durationSeconds: 95,
      publishedOn: '2026-02-12',
      firstPublishedAt: '2026-02-12T11:00:00+08:00',
      departments: ['xinnei'],
      doctors: ['zhoumin'],
    },
    {
      type: 'topic',
      id: 'zhuanti',
      slug: 'zhi-hui-yi-yuan-jian-she',
      title: '智慧医院建设',
      intro: '让数据多跑路，让病人少跑腿。',
      cover: 'jifang',
      from: '2026-03-01',
      until: '2026-12-31',
      state: '进行中',
      blocks: [
        {
          heading: '最新进展',
          articles: ['zhisuan', 'hou'],
          videos: ['video1'],
          consultations: [],
          diseases: [],
        },
        {
          heading: '在家管血压',
          articles: [],
          videos: [],
          consultations: ['zixun'],
          diseases: ['gaoxueya'],
        },
      ],
    },
    {
      type: 'slot',
      id: 'slot1',
      position: '首页头条',
      items: [{ article: 'zhisuan' }],
    },
    {
      type: 'slot',
      id: 'slot2',
      position: '首页推荐',
      items: [
        { article: 'daoguan' },
        { title: '智慧医院建设专题', url: '/topics/zhi-hui-yi-yuan-jian-she/' },
      ],
    },
    {
      type: 'slot',
      id: 'slot3',
      position: '健康科普',
      items: [{ article: 'minor4' }, { article: 'minor9' }],
    },
  ];
}
