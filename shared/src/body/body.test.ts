import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../pictures.ts';
import { excerpt, plainText, renderBody } from './body.ts';
import { partsOf } from './contents.ts';
import { chineseCases } from './fixtures.ts';
import type { BodyContext } from './links.ts';

const photo: Picture = {
  src: '/media/ab/p-960.jpg',
  srcset: '/media/ab/p-480.webp 480w',
  width: 3000,
  height: 2000,
  alt: '库中的替代文字',
};
const context: BodyContext = {
  media: (id) =>
    id === 'photo'
      ? photo
      : id === 'credited'
        ? { ...photo, caption: '揭牌现场', credit: '林见清' }
        : id === 'form'
          ? { path: '/files/ab/f.pdf', name: '报名表.pdf' }
          : undefined,
  link: (path) => (path.startsWith('/news/') ? path : undefined),
};
const html = (markdown: string) => renderBody(markdown, context);

describe('Chinese', () => {
  test.each(chineseCases)('$fact', ({ markdown, html: expected }) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('pictures', () => {
  const figure = (alt: string, caption: string) =>
    `<figure><picture><source type="image/webp" srcset="/media/ab/p-480.webp 480w" sizes="(min-width:696px) 648px,92vw"><img src="/media/ab/p-960.jpg" alt="${alt}" width="3000" height="2000" loading="lazy" decoding="async"></picture>${caption}</figure>`;

  test('one alone in a paragraph is a figure with its caption', () => {
    expect(html('![揭牌](media:photo "现场 <1>")')).toBe(
      figure('揭牌', '<figcaption>现场 &lt;1&gt;</figcaption>'),
    );
  });
  test('a file name says nothing: the library’s own words stand in', () => {
    expect(html('![图片3.jpg](media:photo)')).toBe(figure('库中的替代文字', ''));
  });
  test('who took it stands below, after the caption', () => {
    expect(html('![甲](media:credited)')).toContain('<figcaption>揭牌现场（摄影：林见清）</figcaption>');
  });
  test('several in one paragraph are a figure each', () => {
    expect(html('![甲](media:photo)\n![乙](media:photo)').match(/<figure>/g)).toHaveLength(2);
  });
  test('one inside a sentence stays in its line', () => {
    expect(html('见![甲](media:photo)图')).toMatch(/^<p>见<picture>.*<\/picture>图<\/p>$/);
  });
  test.each([
    '![甲](media:unknown)',
    '![图片3.jpg](missing:图片3.jpg)',
    '![图片 3.jpg](missing:图片 3 (1).jpg)',
    '**![甲](missing:a.jpg)**',
    '[![甲](media:unknown)](https://a.cn)',
    '- ![甲](media:unknown)',
    '> ![甲](missing:a.jpg)',
    '![甲](https://evil.example/a.jpg)',
    '<img src="media:photo">',
  ])('nothing at all is shown for %s', (markdown) => {
    expect(html(markdown)).toBe('');
  });
});

describe('links', () => {
  test.each([
    ['a path that exists', '[甲](/news/a/)', '<p><a href="/news/a/">甲</a></p>'],
    ['a path that leads nowhere', '[甲](/gone/)', '<p>甲</p>'],
    ['a file', '[甲](media:form)', '<p><a href="/files/ab/f.pdf" download="报名表.pdf">甲</a></p>'],
    ['an unknown file', '[甲](media:x)', '<p>甲</p>'],
    ['another site', '[甲](http://a.cn)', '<p><a href="http://a.cn" rel="noopener">甲</a></p>'],
    ['a telephone', '[甲](tel:120)', '<p><a href="tel:120">甲</a></p>'],
    ['a protocol-relative address', '[甲](//evil.cn)', '<p>甲</p>'],
    ['a backslash', '<a href="/\\evil.cn">甲</a>', '<p>甲</p>'],
    ['a script', '[甲](javascript:alert(1))', '<p>甲</p>'],
    ['data', '[甲](data:text/html,x)', '<p>甲</p>'],
    ['two in a row', '[甲](/x/)[乙](/news/b/)丙', '<p>甲<a href="/news/b/">乙</a>丙</p>'],
  ])('%s', (_what, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe('structure', () => {
  test('headings begin at h2, skip no level and have ids of their own', () => {
    expect(html('### 甲\n\n##### 乙\n\n### 甲')).toBe(
      '<h2 id="s-甲">甲</h2>\n<h3 id="s-乙">乙</h3>\n<h2 id="s-甲-2">甲</h2>',
    );
  });
  test('a body under a section begins at h3', () => {
    expect(renderBody('# 甲', context, { base: 3, prefix: 'jj' })).toBe('<h3 id="jj-甲">甲</h3>');
  });
  test('a table scrolls inside itself and an empty corner is no header', () => {
    expect(html('||甲|\n|--|--:|\n|乙|1|')).toBe(
      '<div class="table" role="group" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n<td></td>\n<th scope="col" class="end">甲</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>乙</td>\n<td class="end">1</td>\n</tr>\n</tbody></table></div>',
    );
  });
});

describe('a table’s name', () => {
  const nameOf = (markdown: string) => /aria-label="([^"]*)"/.exec(html(markdown))?.[1];
  const table = '|甲|\n|--|\n|1|';

  test.each([
    ['表1　东院区“夜间”门诊', '表1　东院区“夜间”门诊'],
    ['表 12：各院区', '表 12：各院区'],
    ['表：A & B', '表：A &amp; B'],
  ])('is the line above it, %s, which becomes its caption', (line, name) => {
    const rendered = html(`前一段。\n\n${line}\n\n${table}`);
    expect(nameOf(`**${line}**\n\n${table}`)).toBe(name);
    expect(rendered).toContain(`<table>\n<caption>${name}</caption>`);
    expect(rendered.match(new RegExp(`>${name}<`, 'g'))).toHaveLength(1);
  });
  test('is the caption that the writer gave', () => {
    expect(nameOf('<table>\n<caption>门诊<b>安排</b></caption>\n<tr><td>1</td></tr></table>')).toBe(
      '门诊安排',
    );
  });
  test.each(['表示祝贺的有三家医院。', '下表是门诊安排。', '表1　见[甲](/news/a/)'])(
    'is none of its own after %s',
    (line) => {
      const rendered = html(`${line}\n\n${table}`);
      expect(nameOf(rendered === '' ? '' : `${line}\n\n${table}`)).toBe('表格');
      expect(rendered).not.toContain('<caption>');
    },
  );
});

describe('the table of contents', () => {
  test('names the highest headings by their words, with the places that they stand at', () => {
    const rendered = html('# 甲 **与** `a<b`\n\n## 细处\n\n# 甲 **与** `a<b`\n\n文。');
    expect(partsOf(rendered)).toEqual([
      { id: 's-甲-与-a-b', label: '甲 与 a<b' },
      { id: 's-甲-与-a-b-2', label: '甲 与 a<b' },
    ]);
  });
  test('knows no heading but the renderer’s', () => {
    expect(partsOf(html('<h2 id="s-x">甲</h2>\n\n`<h2 id="y">乙</h2>`'))).toEqual([]);
  });
});

describe('plain text', () => {
  test('has a line for each block and a space between cells', () => {
    expect(
      plainText('# 标题\n\n甲<乙 & “丙”\n\n- 一\n- **二**\n\n|a|b|\n|-|-|\n|1|2|\n\n![x](media:photo)'),
    ).toBe('标题\n甲<乙 & “丙”\n一\n二\na b\n1 2');
  });
  test('an excerpt ends with a sentence, or says that it goes on', () => {
    expect(excerpt('# 标题\n\n第一句话在这里结束了。第二句话很长很长很长', 14)).toBe(
      '第一句话在这里结束了。',
    );
    expect(excerpt('这一句话没有结束，一直写到很远很远的地方去', 10)).toBe('这一句话没有结束…');
    expect(excerpt('短。\n\n完。', 10)).toBe('短。完。');
  });

  test('an excerpt of the beginning is the one of the whole', () => {
    const block = fc.constantFrom(
      '第一句话在这里结束了，后面还有一句。',
      '没有结束的**一段《话》**，see [链接](https://example.cn) and more',
      '## 小标题',
      '- 一\n- 二\n\n  二之续',
      '1. 甲\n2. 乙',
      '> 引用一句。\n> 又一句',
      '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
      '**表1　各院区**',
      '![图](media:photo "说明")',
      'Plain words\nover two lines',
      '见[注]和[又一注][注]。',
      '[注]: https://example.cn/',
      '```\n代码\n\n没完',
      '<b>标记</b>',
      '　　缩进的一段。',
    );
    const blocks = fc.array(block, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 3, max: 20 }), (parts, max) => {
        const markdown = parts.join('\n\n');
        // A definition at the end says nothing, and makes the whole be read.
        expect(excerpt(markdown, max)).toBe(excerpt(`[全文]: https://example.cn/\n\n${markdown}`, max));
      }),
      { numRuns: 300 },
    );
  });
  test('keeps every Chinese character, whatever is emphasised', () => {
    const words = fc.stringMatching(/^[一-龥，。“”《》（）、：]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.constantFrom('', '**', '*', '***'))), (parts) => {
        const spaced = parts.map(([text, mark], index) => `${index === 0 ? '' : '间'}${mark}${text}${mark}`);
        const plain = parts.map(([text], index) => `${index === 0 ? '' : '间'}${text}`);
        expect(plainText(spaced.join('')).replaceAll('*', '')).toBe(plain.join(''));
      }),
    );
  });
});
