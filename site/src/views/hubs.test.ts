import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import type { CampusView } from './campus.ts';
import type { CampusIndexView } from './campus-index.ts';
import type { DepartmentView } from './department.ts';
import type { DepartmentIndexView } from './department-index.ts';
import type { DiseaseView } from './disease.ts';
import type { DoctorView } from './doctor.ts';
import type { HomeView } from './home.ts';
import type { SinglePageView } from './single-page.ts';

const suspension = make('notice', 'n1', {
  suspensions: [
    {
      doctor: 'ren',
      from: '2026-11-22',
      until: '2026-12-02',
      session: '全天',
      substitute: 'shen',
      state: '进行中',
    },
    { department: 'xinnei', from: '2026-11-01', until: '2026-11-02', session: '上午', state: '已结束' },
  ],
});
const clinic = {
  campus: 'dong',
  department: 'xinnei',
  weekday: '周四',
  session: '下午',
  kind: '专家',
} as const;
const snapshot = hospital(
  make('campus', 'dong'),
  make('department', 'xinnei', { campuses: ['dong'], diseases: ['gxy'], formerNames: ['循环科'] }),
  make('department', 'daoguan', { slug: 'dao-guan-shi', name: '导管室', parent: 'xinnei', order: 20 }),
  make('department', 'jianyan', { slug: 'jian-yan-ke', name: '检验科', category: '医技', order: 30 }),
  make('doctor', 'zhu', { slug: 'zhu-zhi', name: '朱治', title: '主治医师', pinyin: 'zhu zhi' }),
  make('doctor', 'ren', { pinyin: 'ren jing yi', clinics: [clinic], order: 20 }),
  make('doctor', 'shen', { slug: 'shen-huai-jin', name: '沈怀瑾', pinyin: 'shen huai jin' }),
  make('doctor', 'li', { slug: 'li-yuan', name: '黎远', status: '离院', clinics: [clinic] }),
  make('disease', 'gxy', { doctors: ['zhu', 'li', 'ren'], departments: ['xinnei'], reviewedBy: 'ren' }),
  make('disease', 'gxb', { slug: 'guan-xin-bing', name: '冠心病', departments: ['xinnei'] }),
  make('article', 'a1'),
  make('article', 'a2', {
    slug: 'er',
    title: '第二篇',
    publishedOn: '2026-11-05',
    sources: [{ kind: '外部单位', label: '卫健委' }],
    related: {
      departments: ['xinnei'],
      doctors: ['ren'],
      articles: [],
      consultations: [],
      videos: [],
      diseases: ['gxy'],
    },
  }),
  make('consultation', 'c1', { answeredBy: 'ren', departments: ['xinnei'] }),
  make('video', 'v1', { doctors: ['ren'], departments: ['xinnei'] }),
  suspension,
);
const see = <View>(path: string) => view(snapshot, path) as View;

describe('a department', () => {
  const page = see<DepartmentView>('/departments/xin-nei/');

  test('shows who works there now, by title, then in the office’s order', () => {
    expect(page.doctors.map(({ label, doctors }) => [label, doctors.map(({ name }) => name)])).toEqual([
      ['主任医师', ['沈怀瑾', '任敬一']],
      ['主治医师', ['朱治']],
    ]);
  });
  test('shows the 停诊 that run or are to come, its doctors’ among them, and none that is over', () => {
    expect(page.suspensions.map(({ doctor, state }) => [doctor?.name, state])).toEqual([
      ['任敬一', '进行中'],
    ]);
  });
  test('shows news that it wrote or that are about it, newest first', () => {
    expect(page.news.map(({ title }) => title)).toEqual(['第二篇', '一篇新闻']);
  });
  test('names each disease once, whoever says so', () => {
    expect(page.diseases.map(({ label }) => label)).toEqual(['高血压', '冠心病']);
  });
  test('keeps its former names and its parts', () => {
    expect(page.formerNames).toEqual(['循环科']);
    expect(page.parts).toEqual([{ label: '导管室', path: '/departments/dao-guan-shi/' }]);
    expect(see<DepartmentView>('/departments/dao-guan-shi/').crumbs?.items.map(({ label }) => label)).toEqual(
      ['首页', '科室', '心内科', '导管室'],
    );
  });
});

test('all departments stand by 类别, parts with the whole', () => {
  const page = see<DepartmentIndexView>('/departments/');
  expect(
    page.groups.map(({ category, departments }) => [category, departments.map((unit) => unit.label)]),
  ).toEqual([
    ['临床科室', ['心内科']],
    ['医技科室', ['检验科']],
  ]);
});

describe('a doctor', () => {
  const page = see<DoctorView>('/doctors/ren-jing-yi/');

  test('has a table for each campus, with the half-days that are held', () => {
    expect(page.clinics).toEqual([
      {
        campus: { label: '东院区', path: '/campuses/dong-qu/' },
        sessions: ['下午'],
        days: [
          {
            label: '周四',
            cells: [[{ kind: '专家', gaps: [{ from: '2026-11-22', until: '2026-12-02' }] }]],
          },
        ],
      },
    ]);
  });
  test('shows the 停诊 that hold now, with who stands in', () => {
    expect(page.suspensions.map(({ until, substitute }) => [until, substitute?.name])).toEqual([
      ['2026-12-02', '沈怀瑾'],
    ]);
  });
  test('shows articles, videos and consultations about them', () => {
    expect(
      [page.articles, page.videos, page.consultations].map((list) => list.map(({ title }) => title)),
    ).toEqual([['第二篇'], ['一段视频'], ['能不能停药']]);
  });
  test('who left keeps a page that says so, without clinics', () => {
    expect(see<DoctorView>('/doctors/li-yuan/')).toMatchObject({ left: true, clinics: [], name: '黎远' });
  });
});

test('a disease tells when its review is overdue, and since when', () => {
  const reviewDue = '2026-10-01';
  const overdueOf = (reviewOverdue: boolean) =>
    (
      view(
        hospital(make('disease', 'gxy', { reviewDue, reviewOverdue })),
        '/diseases/gao-xue-ya/',
      ) as DiseaseView
    ).overdueSince;
  expect([overdueOf(true), overdueOf(false)]).toEqual([reviewDue, undefined]);
});

test('a disease shows who treats it, and who left is not among them', () => {
  const page = see<DiseaseView>('/diseases/gao-xue-ya/');
  expect(page.doctors.map(({ name }) => name)).toEqual(['任敬一', '朱治']);
  expect(page.departments.map(({ label }) => label)).toEqual(['心内科']);
  expect(page.reviewedBy).toEqual({ label: '任敬一', path: '/doctors/ren-jing-yi/', title: '主任医师' });
  expect(page.articles.map(({ title }) => title)).toEqual(['第二篇']);
});

test('a campus shows the departments that are there', () => {
  expect(see<CampusView>('/campuses/dong-qu/').departments).toEqual([
    { category: '临床科室', links: [{ label: '心内科', path: '/departments/xin-nei/' }] },
  ]);
});

test('a campus known only by its name has no address and no telephone on any page, not even an empty one', () => {
  const named = hospital(make('campus', 'xi', { slug: 'xi-qu', name: '西院区', address: undefined }));
  const entry = { name: '西院区', path: '/campuses/xi-qu/' };
  const page = view(named, '/campuses/xi-qu/') as CampusView;
  expect([page.address, page.phone]).toEqual([undefined, undefined]);
  expect(page.head.description).toBe('西院区：云杉市第一人民医院院区与交通。');
  expect((view(named, '/campuses/') as CampusIndexView).campuses).toEqual([entry]);
  expect((view(named, '/') as HomeView).campuses).toEqual([entry]);
});

test('a 单页 tells when its review is overdue, and since when', () => {
  const overdueOf = (reviewOverdue: boolean) =>
    (
      view(
        hospital(make('page', 'p1', { reviewDue: '2026-10-01', reviewOverdue })),
        '/pages/jian-jie/',
      ) as SinglePageView
    ).overdueSince;
  expect([overdueOf(true), overdueOf(false)]).toEqual(['2026-10-01', undefined]);
});
