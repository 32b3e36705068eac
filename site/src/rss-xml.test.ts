import { expect, test } from 'vitest';
import { rssXml } from './rss-xml.ts';

const item = {
  guid: 'article:a',
  title: '甲 & 乙',
  link: 'https://www.example.cn/news/a/',
  description: '<新闻>',
  date: { minute: 'Tue, 26 Mar 2024 14:02:00 +0800' },
};
const feed = {
  title: 'A & B',
  description: '<新闻>',
  link: 'https://www.example.cn/',
  self: 'https://www.example.cn/rss.xml',
  items: [item],
};

test('a feed names itself and escapes what the office wrote', () => {
  const xml = rssXml(feed);
  expect(xml).toContain('<title>A &amp; B</title>');
  expect(xml).toContain('<description>&lt;新闻&gt;</description>');
  expect(xml).toContain('<atom:link href="https://www.example.cn/rss.xml" rel="self"');
  expect(xml).toContain('<guid isPermaLink="false">article:a</guid><pubDate>Tue, 26 Mar 2024 14:02:00');
});

test('an entry of which only the day is known has a day, and no invented hour', () => {
  const xml = rssXml({ ...feed, items: [{ ...item, date: { day: '2024-03-26' } }] });
  expect(xml).toContain('<dc:date>2024-03-26</dc:date>');
  expect(xml).not.toContain('pubDate');
});

test('a cover is told by its address', () => {
  const picture = 'https://www.example.cn/media/ab/x-960.jpg';
  expect(rssXml({ ...feed, items: [{ ...item, picture }] })).toContain(
    `<media:content url="${picture}" medium="image"/>`,
  );
  expect(rssXml(feed)).not.toContain('media:content');
});
