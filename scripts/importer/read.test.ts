import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedPage } from './page.ts';
import { parsePage } from './parse.ts';
import { type ReadPage, readPage } from './read.ts';

const folder = new URL('../../tests/fixtures/import/', import.meta.url);
const bytes = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)));
const read = (name: string): ReadPage => readPage(bytes(name));

const paragraphs = ({ blocks }: ImportedPage) => blocks.filter(({ kind }) => kind === 'paragraph');
const pictures = ({ blocks }: ImportedPage) =>
  blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));
const rebuilt = ({ text, spans }: ReadPage) => spans.map(({ start, end }) => text.slice(start, end)).join('');

describe('the plain page', () => {
  const { page, text, spans } = read('page.txt');

  test('gives up every labelled part', () => {
    expect({ ...page, blocks: undefined }).toEqual({
      blocks: undefined,
      breadcrumb: ['首页', '公众入口', '医院新闻', '新闻动态', '正文'],
      channelPath: ['公众入口', '医院新闻', '新闻动态'],
      series: '医海撷英',
      title: '开讲!云川医院-星渡科技“影像智算工作室”落户东湖院区',
      sources: ['数字医学中心', '对外协作办公室', '东湖院区'],
      publishedOn: '2025-04-18',
      editorNote: expect.stringMatching(/^让数据多跑路,.*一起往前走。$/),
      byline: '数字医学中心、对外协作办公室、东湖院区',
      tags: [],
      relatedTabs: ['相关科室', '相关医生', '相关文章', '相关咨询', '相关视频', '相关疾病'],
    });
  });

  test('keeps paragraphs and pictures in their order', () => {
    expect(page.blocks.map((block) => (block.kind === 'picture' ? block.name : '段'))).toEqual([
      ...['图片3.jpg', '段', '图片4.jpg', '段', '图片5.jpg', '段', '图片6.jpg', '段', '图片7.jpg', '段'],
      ...['图片8.jpg', '段', '段', '图片9.jpg', '段', '段'],
    ]);
  });

  test('keeps the bytes of what it takes: half-width commas, numbers, quotes', () => {
    const lines = text.split('\n').map((line) => line.trim());
    for (const block of paragraphs(page)) expect(lines).toContain('text' in block ? block.text : '');
    expect(JSON.stringify(page)).toContain('1,260个项目');
  });

  test('reports indents as layout and nothing as left out', () => {
    expect(spans.filter(({ kind }) => kind === 'layout').map(({ to }) => to)).toContain('换行和段首缩进');
    expect(spans.filter(({ kind }) => kind === 'outside')).toEqual([]);
  });
});

describe('variants', () => {
  const plain = read('page.txt').page;

  test.each(['bom.txt', 'crlf.txt', 'gb18030.txt', 'ideographic-indent.txt', 'page.html'])(
    '%s holds the same page',
    (name) => expect(read(name).page).toEqual(plain),
  );

  test('the encoding is named', () => {
    expect(read('gb18030.txt').encoding).toBe('GB18030');
    expect(read('bom.txt').encoding).toBe('UTF-8');
  });

  test('without 编者按 the first paragraph stays in the body', () => {
    const { page } = read('no-editor-note.txt');
    expect(page.editorNote).toBeUndefined();
    expect(page.blocks).toEqual(plain.blocks);
  });

  test('without pictures the paragraphs are the same', () => {
    const { page } = read('no-pictures.txt');
    expect(pictures(page)).toEqual([]);
    expect(page.blocks).toEqual(paragraphs(plain));
  });

  test('tags, views and time of day are taken where the page has them', () => {
    expect(read('several-tags.txt').page).toMatchObject({
      tags: ['智慧医疗', '影像质控', '东湖院区'],
      views: 1286,
      publishedOn: '2025-04-18',
      publishedTime: '09:30',
    });
  });

  test('what stands around the article in a saved HTML page is named as left out', () => {
    const { text, spans, html } = read('page.html');
    const outside = spans
      .filter(({ kind }) => kind === 'outside')
      .map(({ start, end }) => text.slice(start, end));
    expect(outside).toEqual(['云川医院 就医指南', '云川医院 版权所有']);
    expect(html?.pieces.filter(({ kind }) => kind === 'hidden')).toHaveLength(4);
  });
});

describe('nothing is lost', () => {
  const names = ['page.txt', 'bom.txt', 'crlf.txt', 'gb18030.txt', 'no-editor-note.txt', 'no-pictures.txt'];

  test.each([...names, 'ideographic-indent.txt', 'several-tags.txt', 'page.html'])(
    '%s: what was taken, the labels and the layout together are the source',
    (name) => {
      const page = read(name);
      expect(rebuilt(page)).toBe(page.text);
      const source = page.html?.pieces.map(({ start, end }) => ({ start, end })) ?? [];
      source.reduce((at, { start, end }) => {
        expect(start).toBe(at);
        return end;
      }, 0);
    },
  );

  const words = fc.array(
    fc.constantFrom('院', '新', '闻', ',', '(', ')', 'A', '1', '*', '【', '】', ' ', '\u3000'),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const line = fc.oneof(
    words.map((parts) => parts.join('')),
    fc.constantFrom(
      '',
      '图片1.jpg',
      '图片1.jpg 图片2.png',
      '【编者按】',
      '• 标签: 甲、乙',
      '相关科室 | 相关疾病',
      '(甲、乙)',
    ),
  );

  test('of any page with a head and a first paragraph', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), fc.constantFrom('\n', '\r\n'), (before, after, end) => {
        const source = [
          ...[
            '您所在的位置: 首页 >>甲 >> 正文',
            '【系列】标题',
            '来源:甲 发布时间:2024-01-02 浏览次数:',
            '  第一段。',
          ],
          ...before,
          '末段。',
          ...after,
        ].join(end);
        const { spans } = parsePage(source);
        expect(spans.map((span) => source.slice(span.start, span.end)).join('')).toBe(source);
        const lost = spans.filter(
          ({ kind, start, end: to }) => kind === 'layout' && source.slice(start, to).trim() !== '',
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('foreign files are refused with a sentence', () => {
  const text = bytes('page.txt').toString('utf8');
  const cases: [string, Uint8Array, RegExp][] = [
    ['an empty file', new Uint8Array(), /文件是空的/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /文件不是文字/],
    ['a file far too large', Buffer.alloc(17 * 1024 * 1024, '字'), /文件有 17 MB/],
    ['another text', Buffer.from('今天天气很好。'), /找不到面包屑/],
    ['a page without sources', Buffer.from(text.replace(/来源:\S+/, '来源:')), /来源是空的/],
    ['a page without a date', Buffer.from(text.replace('2025-04-18', '')), /发布时间/],
    [
      'an impossible date',
      Buffer.from(text.replace('2025-04-18', '2025-02-30')),
      /「2025-02-30」不是一个日期/,
    ],
    ['a page without a title', Buffer.from(text.replace(/【医海撷英】.*/, '')), /没有标题/],
    [
      'a page that ends after its head',
      Buffer.from(text.slice(0, text.indexOf('  【编者按】'))),
      /正文是空的/,
    ],
  ];
  test.each(cases)('%s', (_, file, sentence) => expect(() => readPage(file)).toThrow(sentence));
});
