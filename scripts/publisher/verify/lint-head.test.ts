import { expect, test } from 'vitest';
import { plainHead } from '../../../tests/rigs/plain-head.ts';
import { headRules, isMinute } from './head-rules.ts';
import { inspect } from './inspect.ts';
import { lintHead } from './lint-head.ts';
import type { HeadFacts } from './read-head.ts';

const publicUrl = 'https://a.cn';
const path = '/news/a/';
const whole = plainHead({ url: publicUrl, path, title: '一篇“新闻”' });
const headOf = (lines: readonly string[], at = path) => {
  const body = Buffer.from(
    `<!DOCTYPE html><html><head>${lines.join('\n')}</head><body><main>字</main></body></html>`,
  );
  return inspect({ path: at, body }, publicUrl).head as HeadFacts;
};
const lint = (lines: readonly string[], kind = 'article', at = path) =>
  lintHead({ path: at, kind }, headOf(lines, at), publicUrl).map(({ level, text }) => `${level}: ${text}`);
const isOf = (tag: string) => (line: string) => line.includes(`"${tag}"`);
const without = (tag: string) => whole.filter((line) => !isOf(tag)(line));
const saying = (tag: string, content: string) =>
  whole.map((line) => (isOf(tag)(line) ? line.replace(/content="[^"]*"/, `content="${content}"`) : line));

test.each(['article', 'notice', 'page', 'video', 'consultation', 'department', 'home'])(
  'a whole head is right for a page of the kind %s',
  (kind) => {
    expect(lint(whole, kind)).toEqual([]);
  },
);

/** One wrong value for each rule. A rule without one has no line here and fails. */
const mutants: Readonly<Record<string, string>> = {
  SiteName: ' ',
  SiteDomain: 'b.cn',
  SiteIDCode: '没有',
  Description: '',
  'og:site_name': '另一家医院',
  'og:locale': 'en',
  'og:type': 'news',
  'og:title': '',
  'og:description': '别的',
  'og:image': '/share.png',
  'og:image:width': '0',
  'og:image:height': '半',
  'og:image:alt': '',
  'og:url': 'https://a.cn/news/b/',
  ColumnName: '',
  ColumnDescription: '',
  ColumnKeywords: ' ',
  ColumnType: '',
  ArticleTitle: '一篇“新闻” - 杏林医院',
  PubDate: '2026-11-01',
  ContentSource: '',
  Keywords: '',
  Author: '',
  Image: 'https://a.cn/other.png',
  Url: '/news/a/',
  'article:published_time': '2026-11-01 14:02',
};

test.each(headRules.map(({ tag, scope }) => [tag, scope] as const))(
  '%s has to be there once, and right',
  (tag, scope) => {
    const named = (lines: readonly string[]) => lint(lines).join();
    expect(named(without(tag))).toContain(`problem: /news/a/ 的页头不合要求：缺少 ${tag}`);
    expect(named([...whole, ...whole.filter(isOf(tag))])).toContain(`${tag} 有 2 个`);
    expect(named(saying(tag, mutants[tag] as string))).toContain(`${tag}「${mutants[tag]}」`);
    // Where the tag is not asked for, nobody misses it.
    const others = { content: 'department', indexed: 'not-found', every: undefined }[scope];
    if (others !== undefined) expect(lint(without(tag), others).join()).not.toContain(`缺少 ${tag}`);
  },
);

test('the code of a government site may be empty, and a real one is right', () => {
  expect(lint(saying('SiteIDCode', ''))).toEqual([]);
  expect(lint(saying('SiteIDCode', '3200000040'))).toEqual([]);
  expect(
    lint(whole.map((line) => (isOf('SiteIDCode')(line) ? '<meta name="SiteIDCode" content>' : line))),
  ).toEqual([]);
});

test('names are compared as HTML compares them: without regard to case', () => {
  expect(lint(whole.map((line) => line.replace('"Description"', '"description"')))).toEqual([]);
  expect(lint([...whole, '<meta name="description" content="又一个">']).join()).toContain(
    'Description 有 2 个',
  );
});

test.each([
  ['2026-11-01 14:02', true],
  ['2024-02-29 00:00', true],
  ['2026-02-29 08:00', false],
  ['2026-11-01 24:00', false],
  ['2026-11-01 8:00', false],
  ['2026-11-01T08:00', false],
  ['', false],
])('the minute “%s” is one: %s', (value, expected) => {
  expect(isMinute(value)).toBe(expected);
});

test('a page names its own address once, in canonical and in its tags', () => {
  expect(lint(without('canonical')).join()).toContain('canonical 有 0 个');
  expect(lint([...whole, '<link rel="canonical" href="https://a.cn/">']).join()).toContain(
    'canonical 有 2 个',
  );
  expect(lint(whole, 'article', '/news/b/').join()).toContain(
    'canonical「https://a.cn/news/a/」不是本页网址',
  );
});

test('a page has a title of its own; a drawing’s titles are none', () => {
  const untitled = whole.filter((line) => !line.startsWith('<title>'));
  expect(lint(untitled).join()).toContain('缺少标题');
  expect(lint(['<title> </title>', ...untitled]).join()).toContain('缺少标题');
  expect(lint([...whole, '<svg><title></title></svg>'])).toEqual([]);
});

test.each([
  ['none', [], '有 0 段'],
  ['a broken one', ['<script type="application/ld+json">{"@graph":[</script>'], '不是能读的 JSON'],
  [
    'an empty one',
    ['<script type="application/ld+json">{"@context":"https://schema.org","@graph":[]}</script>'],
    '是空的',
  ],
  ['one of no vocabulary', ['<script type="application/ld+json">{"@graph":[{}]}</script>'], '是空的'],
  ['two', [whole.at(-1) ?? '', whole.at(-1) ?? ''], '有 2 段'],
])('schema.org data: %s is a problem', (_, graphs, told) => {
  expect(lint([...whole.slice(0, -1), ...graphs]).join()).toContain(told);
});

test('an error page names its site and nothing more is asked of it', () => {
  const bare = plainHead({ url: publicUrl, path: '/404.html', title: '没有找到', indexed: false });
  for (const kind of ['not-found', 'gone', 'moved', 'withdrawn', 'removed']) {
    expect(lint(bare, kind, '/404.html')).toEqual([]);
  }
  expect(lint(bare, 'article', '/404.html')).toHaveLength(1);
});
