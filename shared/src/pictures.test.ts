import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Media } from './content/media.ts';
import { derivativesOf, downloadPathOf, pictureOf } from './pictures.ts';

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
};

test('a large photo has WebP at three widths and one JPEG', () => {
  expect(derivativesOf(photo).map(({ path, width, height }) => [path.slice(10 + 64), width, height])).toEqual(
    [
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

test('a picture names only files that are made of it', () => {
  const paths = new Set(derivativesOf(photo).map(({ path }) => path));
  const picture = pictureOf(photo);
  const named = [picture?.src, ...(picture?.srcset.split(', ').map((part) => part.split(' ')[0]) ?? [])];
  expect(named.length).toBe(4);
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
