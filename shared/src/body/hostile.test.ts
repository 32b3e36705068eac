import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { renderBody } from './body.ts';

type Node = DefaultTreeAdapterMap['node'];

const trusted = /^(?:picture|source|img|figure|figcaption)$/;
const forbidden =
  /^(?:script|style|iframe|object|embed|svg|math|form|input|button|link|meta|base|template|noscript)$/;

/** Every element of a fragment as a browser's parser sees it. */
function elements(node: Node): DefaultTreeAdapterMap['element'][] {
  const own = 'tagName' in node ? [node] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elements) : [])];
}

function assertHarmless(markdown: string): void {
  const html = renderBody(markdown, {
    media: (id) =>
      id === 'p'
        ? { src: '/p.jpg', srcset: '/p.webp 480w', width: 3, height: 2, alt: '" onerror="x' }
        : undefined,
    link: (path) => path,
  });
  for (const { tagName, attrs } of elements(parseFragment(html))) {
    expect(tagName).not.toMatch(forbidden);
    for (const { name, value } of attrs) {
      expect(name, html).not.toMatch(/^(?:on|style|srcdoc|formaction|action|xlink)/);
      if (name === 'href')
        expect(value, html).toMatch(/^(?:\/(?!\/)[^\\]*|https?:\/\/[^/\\].*|mailto:.*|tel:.*)$/i);
      if (name === 'src' || name === 'srcset') expect(value).toMatch(/^\/p\./);
      if (name === 'class') expect(value).toMatch(/^(?:table|center|end)$/);
      if (name === 'alt' || name === 'width') expect(tagName).toMatch(trusted);
    }
  }
}

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext></table><img src=x onerror=alert(1)>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '<javascript:alert(1)>',
  '[x](//evil.cn)',
  '[x](/\\evil.cn)',
  '[x](/&#x9;/evil.cn)',
  '<iframe src="https://evil.cn"></iframe>',
  '<p style="position:fixed" onclick="x()">x</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=1>"></textarea>',
  '![x](data:image/svg+xml,<svg>)',
  '![" onerror="alert(1)](media:p "\\" onload=\\"x")',
  '<a title="&#xe000;0&#xe001;" href="https://x/&#xe000;0&#xe001;">x</a>![x](media:p)',
  '<h2 id="location">x</h2>',
  '<!--><img src=x onerror=1>-->',
  '[a]: javascript:alert(1)\n[a]',
])('%s comes out harmless', (markdown) => {
  assertHarmless(markdown);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'<script> </script> <img src=x onerror=alert(1)> <a href="javascript:x"> </a> <svg/onload=x> <style> <!-- --> ]]> [x]( ) javascript:x ![a](media:p) \ue000 0 \ue001 &#xe000; &#xe001; " \' ` ``` ** * > < </p> <table> <td> | --- \n \n\n - # &lt; &#60; \\ // https:// on= style= <p/ = data:text/html vbscript: <iframe <noscript> <textarea> </textarea> <title> <math> <a/href= %00'.split(
      ' ',
    ),
    '\n',
    '\n\n',
    ' ',
    '中文，',
  ),
  fc.string({ maxLength: 6 }),
);

test('no mixture of markup brings a script, a handler or a foreign address through', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => assertHarmless(pieces.join(''))),
    { numRuns: 2_000 },
  );
});

test('the same text gives the same bytes', () => {
  const context = { media: () => undefined, link: () => undefined };
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(renderBody(text, context)).toBe(renderBody(text, context));
    }),
  );
});
