import { expect, test } from 'vitest';
import { fullHospital } from '../fixtures/full-pages.ts';
import { hospital, make } from '../fixtures/hospital.ts';
import { plan, view } from '../routes.ts';
import { namedTags, propertyTags, type Tag } from './head-tags.ts';
import { type PageView, tabTitle } from './page.ts';

const fallback = { url: 'https://www.example.cn/share.png', width: 1200, height: 630, alt: '云杉一院' };
const full = fullHospital();
const see = (path: string, snapshot = full) => view(snapshot, path) as PageView;
const named = (page: PageView) => Object.fromEntries(namedTags(page, fallback));
const properties = (page: PageView) => Object.fromEntries(propertyTags(page, fallback));
const pages = plan(full).filter(({ path }) => /(?:\/|\.html)$/.test(path));

test('an article has every tag of the guide, with what readers see', () => {
  expect(named(see('/news/wen-zhang/'))).toEqual({
    Description: '正文第一句。',
    SiteName: '云杉一院',
    SiteDomain: 'www.example.cn',
    SiteIDCode: '',
    ColumnName: '新闻动态',
    ColumnDescription: '云杉市第一人民医院“新闻动态”栏目。',
    ColumnKeywords: '新闻动态',
    ColumnType: '工作动态',
    ArticleTitle: '一篇新闻',
    PubDate: '2026-11-01 14:02',
    ContentSource: '心内科、星河云',
    Keywords: '科普',
    Author: '陈默、何佳',
    Image: expect.stringMatching(/^https:\/\/www\.example\.cn\/media\/.*-960\.jpg$/),
    Url: 'https://www.example.cn/news/wen-zhang/',
  });
});

test('what nobody gave is said of the column or the hospital, and the picture is the house’s own', () => {
  expect(named(see('/news/duan/'))).toMatchObject({
    Keywords: '新闻动态',
    Author: '心内科',
    Image: fallback.url,
  });
  expect(named(see('/notices/bu/'))).toMatchObject({
    ContentSource: '云杉市第一人民医院',
    Author: '云杉市第一人民医院',
    PubDate: '2026-11-20 09:15',
  });
});

test('every page names its site and describes itself; every one but errors names its column', () => {
  expect(pages.length).toBeGreaterThan(30);
  for (const { path, status } of pages) {
    const tags = named(see(path));
    expect(tags, path).toMatchObject({ SiteName: '云杉一院', SiteDomain: 'www.example.cn', SiteIDCode: '' });
    expect(tags['Description'], path).toMatch(/^\S.*\S$/);
    const column = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'].map(
      (key) => tags[key],
    );
    if (status === 200) for (const text of column) expect(text, path).toMatch(/\S/);
    else expect(column, path).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test('people and places are described by what is known of them', () => {
  const words = (path: string, snapshot = full) => see(path, snapshot).head.description;
  expect(words('/doctors/ren-jing-yi/')).toBe('任敬一，心内科主任医师。擅长：高血压');
  expect(words('/doctors/sun/'), 'who left').toBe('孙荷，主任医师，已离院。');
  expect(words('/campuses/dong-qu/')).toBe('东院区。');
  const bare = hospital(make('doctor', 'ren'), make('campus', 'dong', { phone: '010-2' }));
  expect(words('/doctors/ren-jing-yi/', bare)).toBe('任敬一，心内科主任医师。');
  expect(words('/campuses/dong-qu/', bare)).toBe('东院区：东路1号，电话 010-2。');
});

test('a channel’s own words stand on its page, its months and all that it holds', () => {
  const channel = make('channel', 'xinwen', {
    description: '医院里\n正在发生的事。',
    keywords: '新闻,动态',
    category: '公告',
  });
  const snapshot = hospital(channel, make('article', 'a'), make('page', 'p'));
  for (const path of ['/xin-wen/', '/xin-wen/2026/11/', '/news/wen-zhang/', '/pages/jian-jie/']) {
    expect(named(see(path, snapshot)), path).toMatchObject({
      ColumnName: '新闻动态',
      ColumnDescription: '医院里 正在发生的事。',
      ColumnKeywords: '新闻,动态',
      ColumnType: '通知公告',
    });
  }
});

test('no name stands twice, in whatever case HTML compares them', () => {
  for (const { path } of pages) {
    const keys = (tags: Tag[]) => tags.map(([key]) => key.toLowerCase());
    const page = see(path);
    for (const all of [keys(namedTags(page, fallback)), keys(propertyTags(page, fallback))]) {
      expect(new Set(all).size, path).toBe(all.length);
    }
  }
});

test('Open Graph tells the title without the site, the picture with its size and words, and the dates', () => {
  const page = see('/news/wen-zhang/');
  expect(tabTitle(page)).toBe('一篇新闻 - 云杉一院');
  expect(properties(page)).toMatchObject({
    'og:site_name': '云杉一院',
    'og:locale': 'zh_CN',
    'og:type': 'article',
    'og:title': '一篇新闻',
    'og:url': 'https://www.example.cn/news/wen-zhang/',
    'og:image:width': '960',
    'og:image:height': '540',
    'og:image:alt': '门诊楼',
    'article:published_time': '2026-11-01T14:02:00+08:00',
    'article:modified_time': '2026-11-03',
  });
  const home = see('/');
  expect(tabTitle(home)).toBe('云杉一院 - 云杉市第一人民医院');
  expect(properties(home)).toMatchObject({ 'og:type': 'website', 'og:title': '云杉一院' });
  expect(properties(see('/doctors/'))).toMatchObject({ 'og:image': fallback.url, 'og:image:width': '1200' });
});
