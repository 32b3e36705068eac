import { plainText } from '@xinglin/shared/body/body.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftTexts, punctuationProposals } from './draft.ts';
import { escapeMarkdown } from './escape.ts';
import type { ImportedPage } from './page.ts';

const page = (blocks: ImportedPage['blocks'], rest: Partial<ImportedPage> = {}): ImportedPage => ({
  breadcrumb: [],
  channelPath: ['新闻'],
  title: '题',
  sources: ['甲'],
  publishedOn: '2024-01-02',
  tags: [],
  relatedTabs: [],
  blocks,
  ...rest,
});

test('the body keeps its bytes, and pictures keep their places', () => {
  const { texts, escaped } = draftTexts(
    page([
      { kind: 'paragraph', text: '甲,乙。' },
      { kind: 'picture', name: '图片3.jpg' },
      { kind: 'paragraph', text: '丙“丁”5G-云_网。' },
    ]),
  );
  expect(texts.body).toBe('甲,乙。\n\n![图片3.jpg](missing:图片3.jpg)\n\n丙“丁”5G-云_网。');
  expect(escaped).toBe(0);
});

test('marks that Markdown would take for its own are shown as they were', () => {
  expect(escapeMarkdown('# 号').text).toBe('\\# 号');
  expect(escapeMarkdown('1. 挂号').text).toBe('1\\. 挂号');
  expect(escapeMarkdown('共5*3间').text).toBe('共5\\*3间');
  expect(escapeMarkdown('体温<37℃').added).toBe(0);
  expect(escapeMarkdown('甲&nbsp;乙').text).toBe('甲\\&nbsp;乙');
});

const marks = fc.constantFrom(
  ...[
    '院',
    '新',
    'a',
    '1',
    ' ',
    '*',
    '**',
    '_',
    '`',
    '~',
    '~~',
    '<',
    '>',
    '<b>',
    '&',
    '&amp;',
    '[',
    ']',
    '(',
    ')',
  ],
  ...['](', '#', '# ', '-', '- ', '+ ', '1. ', '2) ', '=', '---', '|', '\\', '!', '!['],
);

test('any line shows on the new site as it stood on the old one', () => {
  fc.assert(
    fc.property(fc.array(marks, { minLength: 1, maxLength: 14 }), (parts) => {
      // White space at the edges is layout, and runs of it show as one space.
      const line = parts.join('').trim().replace(/ +/g, ' ');
      fc.pre(line !== '');
      expect(plainText(escapeMarkdown(line).text)).toBe(line);
    }),
    { numRuns: 1_000 },
  );
});

test('punctuation is proposed field by field and leaves the texts alone', () => {
  const { texts } = draftTexts(page([{ kind: 'paragraph', text: '甲,乙;丙。' }], { title: '上新!甲' }));
  expect(punctuationProposals(texts).map(({ field, after, edits }) => [field, after, edits.length])).toEqual([
    ['title', '上新！甲', 1],
    ['body', '甲，乙；丙。', 2],
  ]);
  expect(texts.title).toBe('上新!甲');
});
