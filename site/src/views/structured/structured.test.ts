import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphs } from './graphs.fixture.ts';
import { jsonLd } from './thing.ts';

const of = (path: string) => JSON.parse(jsonLd(graphs.get(path) ?? []))['@graph'];
const url = 'https://www.example.cn';
const house = { '@type': 'Hospital', '@id': `${url}/#hospital`, name: '云杉市第一人民医院', url: `${url}/` };

test('news names who wrote it, when, and the event that it tells of', () => {
  expect(of('/news/wen-zhang/')[0]).toMatchObject({
    '@type': 'NewsArticle',
    headline: '一篇新闻',
    mainEntityOfPage: `${url}/news/wen-zhang/`,
    datePublished: '2026-11-01T14:02:00+08:00',
    dateModified: '2026-11-03',
    image: expect.stringMatching(/^https:\/\/www\.example\.cn\/media\/.*\.jpg$/),
    author: [
      { '@type': 'Person', name: '陈默' },
      { '@type': 'Person', name: '何佳' },
    ],
    publisher: house,
    about: { '@type': 'Event', startDate: '2026-10-31' },
  });
});

test('news without writers is by the units it comes from, on the day that was typed', () => {
  expect(of('/news/duan/')[0]).toMatchObject({
    datePublished: '2026-11-01',
    author: [{ '@type': 'Organization', name: '心内科', url: `${url}/departments/xin-nei/` }],
  });
});

test('a notice says until when it holds', () => {
  expect(of('/notices/tong-zhi/')[0]).toMatchObject({
    '@type': 'Article',
    datePublished: '2026-11-20T09:15:30+08:00',
    expires: '2026-11-30T17:00:00+08:00',
    author: { '@type': 'MedicalClinic', name: '心内科' },
  });
  expect(of('/notices/bu/')[0].author).toEqual({ '@id': house['@id'] });
});

test('home is the hospital with its campuses, a campus a hospital that belongs to it', () => {
  const [hospital, site] = of('/');
  expect(hospital).toMatchObject({ ...house, telephone: '010-1', department: [{ name: '东院区' }] });
  expect(site).toMatchObject({ '@type': 'WebSite', name: '云杉一院' });
  expect(of('/campuses/dong-qu/')[0]).toMatchObject({
    '@type': 'Hospital',
    name: '云杉市第一人民医院东院区',
    address: '东路1号',
    geo: { latitude: 39.9, longitude: 116.4 },
    parentOrganization: house,
  });
});

test('a department is a clinic of the hospital under all its names; a doctor works in it, until he leaves', () => {
  expect(of('/departments/xin-nei/')[0]).toMatchObject({
    '@type': 'MedicalClinic',
    alternateName: ['心血管内科', '内科一'],
    telephone: '010-3',
    parentOrganization: house,
  });
  expect(of('/doctors/ren-jing-yi/')[0]).toMatchObject({
    '@type': 'Physician',
    hospitalAffiliation: house,
    memberOf: [{ name: '心内科' }],
  });
  expect(of('/doctors/sun/')[0]).not.toHaveProperty('hospitalAffiliation');
  expect(of('/doctors/sun/')[0]).not.toHaveProperty('memberOf');
});

test('a disease’s page says who reviewed it and when', () => {
  expect(of('/diseases/gao-xue-ya/')[0]).toMatchObject({
    '@type': 'MedicalWebPage',
    lastReviewed: '2026-01-15',
    reviewedBy: { name: '任敬一', jobTitle: '主任医师' },
    about: { '@type': 'MedicalCondition', name: '高血压', alternateName: ['血压高'] },
  });
});

test('a video tells its length, its file and its picture', () => {
  expect(of('/videos/shi-pin/')[0]).toMatchObject({
    '@type': 'VideoObject',
    description: '怎么量血压。',
    duration: 'PT95S',
    uploadDate: '2026-06-18',
    contentUrl: expect.stringMatching(/\.mp4$/),
    thumbnailUrl: expect.stringMatching(/\.jpg$/),
  });
});

test('an answer stands in words, without markup, and nobody is said to have asked', () => {
  const { mainEntity } = of('/consultations/wu-ming/')[0];
  expect(mainEntity).toMatchObject({
    '@type': 'Question',
    name: '能不能停药',
    text: '血压正常了。\n能停药吗？',
    acceptedAnswer: { text: '可以，见“A & B”。', author: house },
  });
  expect(mainEntity).not.toHaveProperty('author');
  expect(of('/consultations/zi-xun/')[0].mainEntity.acceptedAnswer.author.name).toBe('任敬一');
});

test('the way home is told in order, and ends at the page under its own name', () => {
  expect(of('/notices/tong-zhi/').at(-1)).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: '首页', item: `${url}/` },
      { '@type': 'ListItem', position: 2, name: '新闻动态', item: `${url}/xin-wen/` },
      { '@type': 'ListItem', position: 3, name: '停诊通知' },
    ],
  });
  expect(of('/').map((thing: { '@type': string }) => thing['@type'])).toEqual(['Hospital', 'WebSite']);
});

test('no text can end the script or begin a comment, and every text comes back as it was', () => {
  const nasty = fc.stringMatching(/^[<!\-/script>\u2028\u2029"\\字&]*$/);
  fc.assert(
    fc.property(nasty, (name) => {
      const text = jsonLd([{ '@type': 'Person', name }]);
      expect(text).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(text)['@graph'][0].name).toBe(name);
    }),
  );
  expect(jsonLd(graphs.get('/news/duan/') ?? [])).toContain('\\u003c/script>\\u003c!--”\\u2028乙');
});
