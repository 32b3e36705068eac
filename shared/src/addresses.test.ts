import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesNamedBy, addressIn, oldSlugsOf } from './addresses.ts';
import type { Item } from './content/item.ts';
import type { Tombstone } from './feed.ts';
import { itemPath, sections } from './paths.ts';

const page = (body: string): Item => ({
  type: 'page',
  id: 'p',
  slug: 'p',
  title: '单页',
  body,
  attachments: [],
  channel: 'c',
  order: 0,
});
const gone: Tombstone = { kind: 'tombstone', revision: 1, type: 'article', id: 'a', reason: 'gone' };
const named = (text: string) => addressesNamedBy(page(text)).map(({ type, slug }) => `${type} ${slug}`);

describe('what a text names', () => {
  test.each([
    ['[甲](/news/a/)', ['article a']],
    ['[甲](/news/a)', ['article a']],
    ['[甲](</news/a/?x=1#b>)', ['article a']],
    ['[甲](/doctors/b/ "题")', ['doctor b']],
    ['<a href="/xin-wen/">', ['channel xin-wen']],
    ['<a href=/tags/t/>', ['tag t']],
    ['[ref]: /news/a/', ['article a']],
    ['[甲](//news//a/)', ['article a']],
  ])('%s', (text, addresses) => {
    expect(named(text)).toEqual(addresses);
  });
  test('is the list whose month or feed it names', () => {
    expect(named('[月](/xin-wen/2026/11/) [订阅](/xin-wen/feed.xml)')).toEqual(['channel xin-wen']);
    expect(named('[月](/tags/t/2026/11/2)')).toEqual(['tag t']);
  });
  test('is no item where a path is of a whole type, a single page or another site', () => {
    expect(named('[全部](/news/) [首页](/) [外](https://a.cn/news/a/) 和/或')).toEqual([]);
  });
  test('is found once, in whatever field it stands', () => {
    const site: Item = {
      type: 'site',
      id: 'site',
      url: 'https://a.cn',
      name: '站',
      organisation: '站',
      navigation: [{ label: '一', url: '/news/a/', children: [{ label: '二', url: '/news/a/' }] }],
      friendLinks: [],
      breadcrumb: { prefix: '', separator: '>' },
      elderModeLabel: '长者',
      defaultFontSize: 18,
      greyscale: false,
    };
    const articles = addressesNamedBy(site).filter(({ type }) => type === 'article');
    expect(articles).toEqual([{ type: 'article', slug: 'a' }]);
  });
  test('of what is gone is where its readers are sent, and nothing that it tells', () => {
    const explanation = '见 /news/b/';
    const redirect = { ...gone, reason: 'redirect', redirectTo: '/news/c/#x', explanation } as const;
    expect(addressesNamedBy(redirect)).toEqual([{ type: 'article', slug: 'c' }]);
    expect(addressesNamedBy({ ...gone, explanation })).toEqual([]);
  });
  test('is never missed where Markdown makes a link of it', () => {
    const types = [...(Object.keys(sections) as (keyof typeof sections)[]), 'channel'] as const;
    const slug = fc
      .stringMatching(/^[a-z]{2,8}$/)
      .filter((text) => !Object.values<string>(sections).includes(text));
    fc.assert(
      fc.property(fc.constantFrom(...types), slug, fc.constantFrom('', '#b', '?c=1'), (type, name, tail) => {
        fc.pre(addressIn(itemPath(type, name)) !== undefined);
        expect(named(`前[文](${itemPath(type, name)}${tail})后`)).toEqual([`${type} ${name}`]);
      }),
    );
  });
});

describe('old slugs', () => {
  const { type: _, ...facts } = page('文');
  test('of an item are those before', () => {
    expect(oldSlugsOf({ type: 'page', ...facts, formerSlugs: ['q', 'r'] } as Item)).toEqual(['q', 'r']);
    expect(oldSlugsOf(page('文'))).toEqual([]);
  });
  test('of what is gone are the last one, then those before', () => {
    expect(oldSlugsOf({ ...gone, slug: 'a', formerSlugs: ['b'] })).toEqual(['a', 'b']);
    expect(oldSlugsOf(gone)).toEqual([]);
  });
});
