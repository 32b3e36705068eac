import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Media } from './content/media.ts';
import { derivativesOf, downloadPathOf, pictureOf, shownPictureOf } from './pictures.ts';

const sha256 = 'ab'.repeat(32);
const photo: Media = {
  type: 'media',
  id: 'p1',
  sha256,
  name: '图片3.jpg',
  ext: '.jpg',
  mime: 'image/jpeg',
  size: 1,
  width: 3000,
  height: 2000,
  decorative: false,
};

test('a large photo has WebP at four widths and one JPEG', () => {
  expect(derivativesOf(photo).map(({ path, width, height }) => [path.slice(10 + 64), width, height])).toEqual(
    [
      ['-240.webp', 240, 160],
      ['-480.webp', 480, 320],
      ['-960.webp', 960, 640],
      ['-1440.webp', 1440, 960],
      ['-960.jpg', 960, 640],
    ],
  );
});

test('nothing is enlarged: a narrower original ends at its own width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 6000 }), (width, height) => {
      const made = derivativesOf({ ...photo, width, height });
      expect(made.every((one) => one.width <= width && one.height <= height && one.height >= 1)).toBe(true);
      expect(new Set(made.map(({ path }) => path)).size).toBe(made.length);
    }),
  );
});

test('no file is taller than its format can be: a long poster is narrower, or a JPEG alone', () => {
  const size = fc.integer({ min: 1, max: 400 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      height: fc.integer({ min: 1, max: Math.floor(Math.min(65_000 * width, 49_000_000 / width)) }),
    }),
  );
  fc.assert(
    fc.property(size, ({ width, height }) => {
      for (const one of derivativesOf({ ...photo, width, height })) {
        expect(one.height).toBeLessThanOrEqual(one.format === 'webp' ? 16_383 : 65_535);
      }
    }),
  );
  const poster = { ...photo, width: 1080, height: 20_000 };
  expect(derivativesOf(poster).map(({ width }) => width)).toEqual([240, 480, 884, 960]);
  const strip = { ...photo, width: 2, height: 60_000 };
  expect(derivativesOf(strip).map(({ format }) => format)).toEqual(['jpeg']);
  expect(pictureOf(strip)).not.toHaveProperty('srcset');
});

test('an empty alt is meant, a missing one is not there yet', () => {
  expect(pictureOf(photo)).not.toHaveProperty('alt');
  expect(pictureOf({ ...photo, alt: '揭牌' })?.alt).toBe('揭牌');
  expect(pictureOf({ ...photo, alt: '花纹', decorative: true })?.alt).toBe('');
});

test('a focal point is spelled in quarters; without one each place keeps its own middle', () => {
  expect(pictureOf({ ...photo, focalPoint: { x: 0.26, y: 0.98 } })?.focus).toBe('fx1 fy4');
  expect(pictureOf(photo)).not.toHaveProperty('focus');
});

test('a broken picture leaves its words where the text has it, and nothing elsewhere', () => {
  const broken = { ...photo, alt: '揭牌', caption: '现场', broken: '文件损坏' };
  expect(shownPictureOf(broken)).toEqual({ lost: true, alt: '揭牌', caption: '现场' });
  expect(shownPictureOf({ ...broken, mime: 'application/pdf' })).toBeUndefined();
  expect(shownPictureOf(photo)).toEqual(pictureOf(photo));
  expect(shownPictureOf(undefined)).toBeUndefined();
});

test('a picture names only files that are made of it', () => {
  const paths = new Set(derivativesOf(photo).map(({ path }) => path));
  const picture = pictureOf(photo);
  const named = [picture?.src, ...(picture?.srcset?.split(', ').map((part) => part.split(' ')[0]) ?? [])];
  expect(named.length).toBe(5);
  expect(named.every((path) => path !== undefined && paths.has(path))).toBe(true);
});

test.each([
  ['broken', { ...photo, broken: '文件损坏' }],
  ['not measured', { ...photo, width: undefined }],
  ['an SVG', { ...photo, mime: 'image/svg+xml', ext: '.svg' }],
  ['too large to decode', { ...photo, width: 16_000, height: 16_000 }],
])('a file that is %s is no picture', (_why, media) => {
  expect(pictureOf(media)).toBeUndefined();
  expect(derivativesOf(media)).toEqual([]);
});

test('a picture is downloaded as its JPEG, another file as it is, a broken one not at all', () => {
  expect(downloadPathOf(photo)).toBe(`/media/ab/${sha256}-960.jpg`);
  expect(downloadPathOf({ ...photo, mime: 'application/pdf', ext: '.pdf' })).toBe(`/files/ab/${sha256}.pdf`);
  expect(downloadPathOf({ ...photo, broken: '文件损坏' })).toBeUndefined();
});
