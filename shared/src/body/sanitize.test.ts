import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitize } from './sanitize.ts';

const clean = (html: string) => sanitize(html, { link: () => undefined, ids: new Set() });

describe('a language inside the text', () => {
  test.each(['en', 'zh-Hant', 'ug-CN', 'sr-Latn-RS'])('survives: %s', (lang) => {
    const html = `<p>他说 <span lang="${lang}">hello</span>。</p>`;
    expect(clean(html)).toBe(html);
  });
  test.each(['', 'x', 'EN', 'en us', 'en"onclick', 'not-a-language-at-all-really'])(
    'that is none leaves its words: %s',
    (lang) => {
      expect(clean(`<p><span lang='${lang}'>hello</span></p>`)).toBe('<p>hello</p>');
    },
  );
  test('is all that a span may say; one that says nothing is taken away, whatever it holds', () => {
    const pasted =
      '<p><span style="color:red">甲<span class="a" lang="en" onclick="x()">B<span>c</span></span>丁</span></p>';
    expect(clean(pasted)).toBe('<p>甲<span lang="en">Bc</span>丁</p>');
  });
  test('spans stay paired however they were opened and closed', () => {
    const piece = fc.constantFrom(
      '<span>',
      '<span lang="en">',
      '</span>',
      '字',
      '<b>',
      '</b>',
      '<p>',
      '</p>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const html = clean(pieces.join(''));
        expect(html).not.toContain('<span>');
        expect(html.match(/<span/g)?.length ?? 0).toBe(html.match(/<\/span>/g)?.length ?? 0);
        expect(html.replaceAll(/<[^>]*>/g, '')).toBe(
          '字'.repeat(pieces.filter((one) => one === '字').length),
        );
      }),
    );
  });
});
