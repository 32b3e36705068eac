import { describe, expect, test } from 'vitest';
import type { ShownPicture } from '../pictures.ts';
import { type BodyOptions, renderBody } from './body.ts';

const photo = { src: '/media/ab/p-960.jpg', srcset: '/media/ab/p-480.webp 480w', width: 3000, height: 2000 };

/** Pictures that a body here may name. */
const pictures: Record<string, ShownPicture> = {
  photo: { ...photo, alt: '揭牌' },
  thumb: { ...photo, width: 300, height: 100, alt: '标志' },
  undescribed: photo,
  decorative: { ...photo, alt: '' },
  portrait: { ...photo, width: 1200, height: 1600 },
  poster: { ...photo, width: 1080, height: 20_000 },
  jpeg: { src: '/media/ab/p-2.jpg', width: 2, height: 60_000 },
  lost: { lost: true, alt: '手术<室>', caption: '手术现场', credit: '林见清' },
  nameless: { lost: true },
};
const html = (markdown: string, options: Partial<BodyOptions> = {}) =>
  renderBody(markdown, { media: (id) => pictures[id], link: () => undefined }, options);
const alts = (text: string) => Array.from(text.matchAll(/alt="([^"]*)"/g), (match) => match[1]);

describe('what is said in a picture’s stead', () => {
  test.each([
    ['the writer’s words before the library’s', '![合影](media:photo)', '合影'],
    ['the library’s words', '![](media:photo)', '揭牌'],
    ['nothing where it only decorates', '![](media:decorative)', ''],
    ['the writer’s words even then', '![花](media:decorative)', '花'],
    ['that there is one, where nobody has described it', '![IMG_1.JPG](media:undescribed)', '配图'],
  ])('%s', (_what, markdown, alt) => {
    expect(alts(html(markdown))).toEqual([alt]);
  });
});

describe('a picture that cannot be shown', () => {
  test('leaves its words, its caption and who took it', () => {
    expect(html('![图1.jpg](media:lost)')).toBe(
      '<figure><span class="lost-picture">图片暂时无法显示：手术&lt;室&gt;</span><figcaption>手术现场（摄影：林见清）</figcaption></figure>',
    );
  });
  test('says so alone where nothing is known of it', () => {
    expect(html('见![](media:nameless)。')).toBe(
      '<p>见<span class="lost-picture">图片暂时无法显示</span>。</p>',
    );
  });
  test('is no target of a link', () => {
    expect(html('[大图](media:lost)')).toBe('<p>大图</p>');
  });
});

describe('how it is set', () => {
  test('an upright picture is bounded by the screen, a poster that is read downwards is not', () => {
    const bounded = (markdown: string) => html(markdown).includes('<img class="tall"');
    expect(['portrait', 'poster', 'photo'].map((id) => bounded(`![](media:${id})`))).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('one that is too tall for WebP is a JPEG alone', () => {
    expect(html('![](media:jpeg)')).toContain('<picture><img src="/media/ab/p-2.jpg"');
  });
});

describe('when it is fetched', () => {
  const fetched = (markdown: string, onTop = true) =>
    Array.from(html(markdown, { onTop }).matchAll(/<img[^>]*>/g), ([tag]) =>
      tag.includes('fetchpriority="high"') ? 'first' : tag.includes('loading="lazy"') ? 'near' : 'at once',
    );
  const words = (count: number) => '字'.repeat(count);

  test.each([
    ['the one that begins the text, first', '![](media:photo)', ['first']],
    ['one after a paragraph, first', `${words(300)}\n\n![](media:photo)`, ['first']],
    ['one after a screen of text, near', `${words(700)}\n\n![](media:photo)`, ['near']],
    ['a second large one, near', `![](media:photo)\n\n${words(200)}\n\n![](media:photo)`, ['first', 'near']],
    ['a second one below a small one, at once', '![](media:thumb)\n\n![](media:photo)', ['first', 'at once']],
    [
      'none before one that is near',
      `![](media:photo)\n\n![](media:photo)\n\n![](media:thumb)`,
      ['first', 'at once', 'near'],
    ],
  ])('%s', (_what, markdown, expected) => {
    expect(fetched(markdown)).toEqual(expected);
  });
  test('near, all of a body that begins below the first screen', () => {
    expect(fetched('![](media:photo)', false)).toEqual(['near']);
  });
});
