import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import type { ConsultationView } from './consultation.ts';
import type { GroupingIndexView } from './grouping.ts';
import type { ListView } from './list.ts';
import type { ListMonthView } from './month.ts';
import type { NoticeView } from './notice.ts';
import type { SinglePageView } from './single-page.ts';
import type { TopicView } from './topic.ts';
import type { TypeIndexView } from './type-index.ts';
import type { VideoView } from './video.ts';

/** 60 notices in November, one in September. */
const many = Array.from({ length: 60 }, (_, index) =>
  make('notice', `n${String(index).padStart(2, '0')}`, {
    slug: `tong-zhi-${index}`,
    title: `通知${index}`,
    publishedOn: '2026-11-10',
  }),
);
const september = make('notice', 'old', { slug: 'jiu', title: '旧通知', publishedOn: '2026-09-01' });
const see = <View>(snapshot: ReturnType<typeof hospital>, path: string) => view(snapshot, path) as View;

describe('the list of a type', () => {
  const snapshot = hospital(...many, september);

  test('shows the newest 20 and links every month', () => {
    const page = see<TypeIndexView>(snapshot, '/notices/');
    expect(page.entries).toHaveLength(20);
    expect(page.months.map(({ path }) => path)).toEqual(['/notices/2026/11/', '/notices/2026/09/']);
  });
  test('numbers a month from its oldest item, so that a new one leaves full pages alone', () => {
    const first = see<ListMonthView>(snapshot, '/notices/2026/11/');
    expect(first.list.entries.map(({ title }) => title)).toContain('通知0');
    expect(first.list.entries).toHaveLength(50);
    const grown = hospital(
      ...many,
      september,
      make('notice', 'z', { slug: 'xin', publishedOn: '2026-11-30' }),
    );
    const after = see<ListMonthView>(grown, '/notices/2026/11/');
    expect(after.list.entries).toEqual(first.list.entries);
    expect(see<ListMonthView>(grown, '/notices/2026/11/2/').list.entries).toHaveLength(11);
  });
  test('plans each page of each month, and no more', () => {
    const paths = plan(snapshot)
      .filter(({ kind }) => kind === 'notice-index-month')
      .map(({ path }) => path);
    expect(paths).toEqual(['/notices/2026/09/', '/notices/2026/11/', '/notices/2026/11/2/']);
    expect(() => view(snapshot, '/notices/2026/11/3/')).toThrow('nothing to show');
    expect(() => view(snapshot, '/notices/2026/10/')).toThrow('nothing to show');
  });
});

describe('a tag', () => {
  const snapshot = hospital(
    make('tag', 'kepu'),
    make('tag', 'leer', { slug: 'kong', name: '无人使用' }),
    make('article', 'a1', { tags: ['kepu'] }),
    make('article', 'a2', { slug: 'er', publishedOn: '2025-03-01', tags: ['kepu'] }),
    make('article', 'a3', { slug: 'san' }),
  );
  test('lists what carries it, and its months', () => {
    const page = see<ListView>(snapshot, '/tags/ke-pu/');
    expect(page.entries.map(({ path }) => path)).toEqual(['/news/wen-zhang/', '/news/er/']);
    expect(page.months.map(({ path }) => path)).toEqual(['/tags/ke-pu/2026/11/', '/tags/ke-pu/2025/03/']);
    expect(see<ListMonthView>(snapshot, '/tags/ke-pu/2025/03/').list.entries).toHaveLength(1);
  });
  test('that nothing carries is not listed', () => {
    expect(see<GroupingIndexView>(snapshot, '/tags/').groups.map(({ label }) => label)).toEqual(['科普']);
  });
});

test('a notice tells its number, its deadline, whether it holds, and every 停诊 with its state', () => {
  const snapshot = hospital(
    make('doctor', 'ren'),
    make('media', 'pdf', { name: '文件.pdf', ext: '.pdf', mime: 'application/pdf', size: 1_300_000 }),
    make('media', 'bad', { broken: '文件损坏' }),
    make('notice', 'n', {
      documentNumber: '云一院〔2026〕18号',
      deadline: '2026-11-30T17:00',
      expired: true,
      department: 'xinnei',
      attachments: [
        { media: 'pdf', name: '采购文件.pdf' },
        { media: 'bad', name: '坏的.pdf' },
      ],
      suspensions: [
        { doctor: 'ren', from: '2026-12-05', until: '2026-12-05', session: '上午', state: '未开始' },
      ],
    }),
  );
  const page = see<NoticeView>(snapshot, '/notices/tong-zhi/');
  expect(page).toMatchObject({
    documentNumber: '云一院〔2026〕18号',
    deadline: { label: '2026年11月30日 17:00', iso: '2026-11-30T17:00:00+08:00' },
    expired: true,
    department: { label: '心内科' },
  });
  expect(page.suspensions.map(({ doctor, state }) => [doctor?.name, state])).toEqual([['任敬一', '未开始']]);
  expect(page.attachments.map(({ name, kind, size }) => [name, kind, size])).toEqual([
    ['采购文件.pdf', 'PDF', '1.2 MB'],
  ]);
});

test('a video has a player only where its file is there and whole', () => {
  const film = make('media', 'film', { ext: '.mp4', mime: 'video/mp4', name: '片.mp4', size: 1258291 });
  const whole = hospital(film, make('video', 'v', { durationSeconds: 95, transcript: '文字。' }));
  expect(see<VideoView>(whole, '/videos/shi-pin/')).toMatchObject({
    player: { mime: 'video/mp4', ext: '.mp4', size: '1.2 MB', width: 1280, height: 720 },
    duration: '1:35',
    transcriptHtml: '<p>文字。</p>',
  });
  const missing = hospital(make('video', 'v'));
  expect(see<VideoView>(missing, '/videos/shi-pin/').player).toBeUndefined();
});

test('a consultation parts its question into paragraphs and names who answered once', () => {
  const snapshot = hospital(
    make('doctor', 'ren'),
    make('consultation', 'c', { answeredBy: 'ren', doctors: ['ren'], departments: ['xinnei'] }),
  );
  const page = see<ConsultationView>(snapshot, '/consultations/zi-xun/');
  expect(page.question).toEqual(['血压正常了。', '能停药吗？']);
  expect(page.answeredBy?.label).toBe('任敬一');
  expect(page.doctors).toEqual([]);
});

test('a 单页 stands in the channel tree among its siblings', () => {
  const snapshot = hospital(
    make('page', 'p1'),
    make('page', 'p2', { slug: 'ling-dao', title: '现任领导', order: 5, department: 'xinnei' }),
  );
  const page = see<SinglePageView>(snapshot, '/pages/jian-jie/');
  expect(page.siblings).toEqual([{ label: '现任领导', path: '/pages/ling-dao/' }, { label: '医院简介' }]);
  expect(page.crumbs?.items.map(({ label }) => label)).toEqual(['首页', '新闻动态', '医院简介']);
});

test('a topic shows in each block what is there, articles first, and no block that holds nothing', () => {
  const nothing = { articles: [], videos: [], consultations: [], diseases: [] };
  const snapshot = hospital(
    make('article', 'a1'),
    make('video', 'v1', { poster: 'm', summary: '两分钟。' }),
    make('media', 'm'),
    make('consultation', 'c1'),
    make('disease', 'x1'),
    make('topic', 't', {
      from: '2026-05-01',
      state: '进行中',
      blocks: [
        { ...nothing, heading: '空', articles: ['gone'], videos: ['gone'] },
        { ...nothing, heading: '新技术', articles: ['gone', 'a1'] },
        { heading: '血压', articles: [], videos: ['v1'], consultations: ['c1'], diseases: ['x1'] },
      ],
    }),
  );
  const page = see<TopicView>(snapshot, '/topics/zhuan-ti/');
  expect([page.period, page.state]).toEqual(['2026年5月1日起', '进行中']);
  expect(page.blocks.map(({ heading, entries }) => [heading, entries.length])).toEqual([
    ['新技术', 1],
    ['血压', 3],
  ]);
  expect(page.blocks[1]?.entries).toMatchObject([
    { label: '视频', path: '/videos/shi-pin/', summary: '两分钟。', picture: { width: 1600 } },
    { label: '咨询', path: '/consultations/zi-xun/', summary: '血压正常了。能停药吗？' },
    { label: '疾病', path: '/diseases/gao-xue-ya/', summary: '常见病。' },
  ]);
});
