import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { scanXml, XmlFault } from './scan-xml.ts';

function faultOf(xml: string): string | undefined {
  try {
    scanXml(xml, () => {});
    return undefined;
  } catch (error) {
    if (error instanceof XmlFault) return error.message;
    throw error;
  }
}

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>杏林 &amp; 春</title><link>https://a.cn/</link>
<atom:link href="https://a.cn/rss.xml" rel="self"/>
<item><title>一</title><link>https://a.cn/news/a/</link><description><![CDATA[a < b]]></description></item>
</channel></rss>
`;

test('a feed is read element by element, with its words and addresses', () => {
  const seen: [string, string][] = [];
  scanXml(feed, (name, text) => seen.push([name, text]));
  expect(seen).toContainEqual(['title', '杏林 &amp; 春']);
  expect(seen).toContainEqual(['link', 'https://a.cn/news/a/']);
  expect(seen).toContainEqual(['description', 'a &lt; b']);
  expect(seen.at(-1)?.[0]).toBe('rss');
});

test.each([
  ['an ampersand that is none', '<a>b & c</a>', '没有转义的 &'],
  ['an element that never ends', '<a>\n<b></a>', '第 2 行</a> 没有对应的开始'],
  ['an end that is missing', '<a><b></b>', '<a> 没有结束'],
  ['two roots', '<a/><b/>', '两个根元素'],
  ['text outside the root', '<a/>x', '根元素外面有文字'],
  ['an attribute twice', '<a b="1" b="2"/>', '重复的属性'],
  ['a tag that is cut off', '<a><b', '不是完整的标记'],
  ['a control character', '<a>\u0007</a>', '控制字符'],
  ['nothing', '', '没有内容'],
  ['a page of HTML', '<!doctype html><p>登录', '不是完整的标记'],
])('%s is refused', (_, xml, why) => {
  expect(faultOf(xml)).toContain(why);
});

const word = fc.stringMatching(/^[a-z字]{1,4}$/);
const text = fc.oneof(
  word,
  fc.constantFrom('&amp;', '&#38;', ' ', '\n', '“', '<![CDATA[<&]]>', '<!-- c -->'),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.stringMatching(/^[a-z]{1,3}$/),
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), word), {
        selector: ([key]) => key,
        maxLength: 2,
      }),
      fc.array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 4 }),
    )
    .map(
      ([name, list, inside]) =>
        `<${name}${list.map(([key, value]) => ` ${key}="${value}"`).join('')}>${inside.join('')}</${name}>`,
    ),
}));

test('whatever is well-formed is read', () => {
  fc.assert(
    fc.property(element, (xml) => {
      expect(faultOf(xml)).toBeUndefined();
    }),
  );
});

test('whatever a parser refuses is refused', () => {
  let refused = 0;
  const wound = fc.tuple(
    element,
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.constantFrom('', '<', '>', '&', '"', '/', '</a>'),
  );
  fc.assert(
    fc.property(wound, ([xml, place, length, instead]) => {
      const at = place % (xml.length + 1);
      const hurt = xml.slice(0, at) + instead + xml.slice(at + length);
      const valid = XMLValidator.validate(hurt) === true;
      if (valid) return;
      refused += 1;
      expect(faultOf(hurt)).toBeDefined();
    }),
    { numRuns: 2_000 },
  );
  expect(refused).toBeGreaterThan(300);
});

test('a parser finds the same words in what is read', () => {
  const parser = new XMLParser({ preserveOrder: false, trimValues: false, processEntities: true });
  const seen: string[] = [];
  scanXml(feed, (name, words) => void (name === 'link' && seen.push(words)));
  const { rss } = parser.parse(feed) as { rss: { channel: { link: string; item: { link: string } } } };
  expect(seen.toSorted()).toEqual([rss.channel.link, rss.channel.item.link].toSorted());
});
