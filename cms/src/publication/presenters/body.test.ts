import { describe, expect, it } from 'vitest';
import { body, uploadsIn } from './body.ts';

const context = {
  now: new Date(0),
  siteUrl: 'https://www.example.cn',
  files: new Map([['/uploads/a_1.png', 'abc']]),
};
const present = (text: string) => body({ body: text }, 'body', context);

describe('a presented body', () => {
  it.each([
    ['![图](/uploads/a_1.png)', '![图](media:abc)'],
    ['![图](/uploads/a_1.png "说明")', '![图](media:abc "说明")'],
    ['![图](https://cms.intra:1337/uploads/a_1.png?updated_at=1)', '![图](media:abc)'],
    ['![图](/uploads/small_a_1.png)', '![图](media:abc)'],
    ['[附件](/uploads/a_1.png)', '[附件](media:abc)'],
  ])('names %s by identity', (text, expected) => {
    expect(present(text)).toBe(expected);
  });

  it.each(['![图](/uploads/other.png)', '/uploads/a_1.png', '[链接](/news/a/)', '![图](missing:图片3.jpg)'])(
    'leaves %s as it is',
    (text) => {
      expect(present(text)).toBe(text);
    },
  );

  it('keeps every other byte, full-width spaces and line ends included', () => {
    const text = '　　首行缩进。\r\n\r\n**“引号”**正式\n';
    expect(present(text)).toBe(text);
  });

  it('is absent where nothing can be seen in it', () => {
    for (const text of ['', ' \n', '　']) expect(present(text)).toBeUndefined();
  });

  it('asks for each address once, and for the original of a smaller copy', () => {
    expect(uploadsIn('![](/uploads/a.png) ![](/uploads/a.png) ![](/uploads/small_b.png)')).toEqual([
      '/uploads/a.png',
      '/uploads/small_b.png',
      '/uploads/b.png',
    ]);
  });
});
