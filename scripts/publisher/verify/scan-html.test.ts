import fc from 'fast-check';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { expect, test } from 'vitest';
import { scanHtml } from './scan-html.ts';

type Seen = { open: string; attributes: [string, string][] } | { close: string };

/** What our scanner sees; of an attribute that stands twice the first counts. */
function scanned(html: string): { tags: Seen[]; ink: boolean } {
  const tags: Seen[] = [];
  let ink = false;
  scanHtml(html, {
    open(name, flat) {
      const attributes = new Map<string, string>();
      for (let at = 0; at < flat.length; at += 2) {
        const key = flat[at] as string;
        if (!attributes.has(key)) attributes.set(key, flat[at + 1] as string);
      }
      tags.push({ open: name, attributes: [...attributes] });
    },
    close: (name) => void tags.push({ close: name }),
    ink: () => {
      ink = true;
    },
  });
  return { tags, ink };
}

const modes = new Map<string, number>([
  ...['iframe', 'noembed', 'noframes', 'style', 'xmp'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['textarea', 'title'].map((name) => [name, TokenizerMode.RCDATA] as const),
]);

/** The same as a real tokenizer sees it. */
function tokenized(html: string): { tags: Seen[]; ink: boolean } {
  const tags: Seen[] = [];
  let opaque = false;
  let ink = false;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName, attrs }: Token.TagToken) {
        tags.push({ open: tagName, attributes: attrs.map(({ name, value }) => [name, value]) });
        const mode = modes.get(tagName);
        opaque = mode !== undefined;
        if (mode !== undefined) tokenizer.state = mode as never;
      },
      onEndTag({ tagName }: Token.TagToken) {
        tags.push({ close: tagName });
        opaque = false;
      },
      onCharacter() {
        if (!opaque) ink = true;
      },
      onComment() {},
      onDoctype() {},
      onEof() {},
      onNullCharacter() {},
      onWhitespaceCharacter() {},
    },
  );
  tokenizer.write(html, true);
  return { tags, ink };
}

/** Pieces that meet each other in every way: whole tags, halves of tags, and what confuses naive readers. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<',
      '>',
      '/',
      '=',
      '"',
      "'",
      ' ',
      '\n',
      '!',
      '-',
      '--',
      '?',
      'a',
      'b1',
      '字',
      '</',
      '/>',
      '<!',
      '<?',
    ],
    ...['<!--', '-->', '--!>', '<!-->', '<!--->', '<!doctype html>', '<![CDATA[x]]>', '</ p>', '<br/>'],
    ...['<p>', '</p>', '<P Class=X>', '<a href="/news/a/">', "<a href='/x/'>", '<a href=/y/ id=z>', '</a>'],
    ...[
      '<img src="/a.png" alt="a > b" srcset="/a 1x, /b 2x">',
      '<p =x>',
      '<p a= b>',
      '<p a=b"c>',
      '<p a="1"b="2">',
    ],
    ...[
      '<title>',
      '</title>',
      '</title x="y">',
      '<textarea>',
      '</textarea >',
      '<style>',
      '</style>',
      '</styles>',
    ],
    ...['<script src="/a.js">', '</script>', '</SCRIPT>', '<p id="一" id="二">', '</p title=">">'],
  ),
  fc.stringMatching(/^[a-z =/"'<>]{0,6}$/),
);

test('any text gives the tags, attributes and words that a browser’s tokenizer finds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const html = pieces.join('');
      // What a comment inside a script does is a chapter of its own that no page of ours opens.
      fc.pre(!/<script[\s\S]*<!--/i.test(html));
      expect(scanned(html)).toEqual(tokenized(html));
    }),
    { numRuns: 5_000 },
  );
});

test('a tag that hides in a comment, a title, a script or an attribute is no tag', () => {
  const html =
    '<!-- <a href="/1/"> --><title><a href="/2/"></title><p title="<a href=/3/>">x</p><script><a></script>';
  expect(scanned(html).tags.map((tag) => ('open' in tag ? tag.open : `/${tag.close}`))).toEqual([
    ...['title', '/title', 'p', '/p', 'script', '/script'],
  ]);
});

test('white space is no ink, and neither are titles, scripts and comments', () => {
  expect(scanned('<title>x</title> <!-- y -->\n<p> </p><script>z</script>').ink).toBe(false);
  expect(scanned('<p>字</p>').ink).toBe(true);
});
