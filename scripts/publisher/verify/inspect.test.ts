import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

const url = 'https://a.cn';
const look = (path: string, text: string) => inspect({ path, body: Buffer.from(text) }, url);
const page = (body: string) =>
  `<!doctype html><html><head><title>题</title></head><body>${body}</body></html>`;
const kinds = (path: string, text: string) =>
  look(path, text).findings.map(({ kind, level }) => `${kind} ${level}`);

test('a page names every place on the site that a reader or a browser may go to', () => {
  const { targets } = look(
    '/news/a/',
    page(`<link href="/_astro/a.css"><meta property="og:image" content="https://a.cn/media/ab/x.jpg">
      <link rel="canonical" href="https://a.cn/news/a/"><script src="/_astro/b.js"></script>
      <a href="/news/b/?from=a#s-%E6%A5%BC">一</a><a href="../c/">二</a><a href="https://b.cn/d/">三</a><a href="tel:120">四</a>
      <img src="/media/1.jpg" srcset="/media/1-480.webp 480w, /media/1-960.webp 960w"><video poster="/media/p.jpg" src="/files/v.mp4"></video>
      <a href="//c.cn/e/">五</a><a href="https://a.cn.evil/f/">六</a>`),
  );
  expect(targets.toSorted()).toEqual([
    ...['/_astro/a.css', '/_astro/b.js', '/files/v.mp4', '/media/1-480.webp', '/media/1-960.webp'],
    ...['/media/1.jpg', '/media/ab/x.jpg', '/media/p.jpg', '/news/a/', '/news/b/#s-楼', '/news/c/'],
  ]);
});

test('an anchor that is not on the page and an id that stands twice are found, in Chinese as well', () => {
  const text = page(
    '<h2 id="s-楼">楼</h2><p id="s-楼">x</p><a href="#s-楼">甲</a><a href="#s-院">乙</a><a href="#">丙</a>',
  );
  const { findings } = look('/news/a/', text);
  expect(findings.map(({ text: told }) => told)).toEqual([
    expect.stringContaining('id 都是「s-楼」'),
    expect.stringContaining('「#s-院」'),
  ]);
  expect(findings.every(({ level }) => level === 'warning')).toBe(true);
});

test('an attribute’s character references are read', () => {
  const { targets } = look('/news/a/', page('<p>x</p><a href="/a&#38;b/">y</a><a href="/&#x4e2d;/">z</a>'));
  expect(targets).toEqual(['/a&b/', '/中/']);
});

test.each([
  ['no bytes at all', ''],
  ['a page without a word', page('')],
  ['an empty main between full surroundings', page('<nav>导航</nav><main> </main><footer>页脚</footer>')],
])('%s is a problem', (_, text) => {
  expect(kinds('/news/a/', text)).toEqual(['empty-page problem']);
});

test('a main with words, or with a picture alone, is not empty', () => {
  expect(kinds('/a/', page('<main>字</main><footer>页脚</footer>'))).toEqual([]);
  expect(kinds('/a/', page('<main><img src="/a.jpg"></main>'))).toEqual([]);
});

test('a feed tells its links on this site; what no reader can read is a problem', () => {
  const feed = (link: string) =>
    `<rss xmlns:atom="x"><channel><link>https://a.cn/</link><atom:link href="https://a.cn/rss.xml"/><item><link>${link}</link></item></channel></rss>`;
  expect(look('/rss.xml', feed('https://a.cn/news/a/')).targets).toEqual(['/', '/rss.xml', '/news/a/']);
  expect(kinds('/rss.xml', feed('https://a.cn/?a&b'))).toEqual(['malformed-xml problem']);
  expect(inspect({ path: '/rss.xml', body: Uint8Array.of(60, 255, 62) }, url).findings[0]?.text).toContain(
    '不是 UTF-8',
  );
});

test('JSON is JSON or a problem', () => {
  expect(kinds('/search.json', '{"a":[1]}')).toEqual([]);
  expect(kinds('/search.json', '{"a":[1}')).toEqual(['malformed-json problem']);
});
