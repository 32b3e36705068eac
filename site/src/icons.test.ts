/** The site's icons: asked for by every browser on its first visit, whether a page names them or not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const file = (path: string) => readFileSync(new URL(path, import.meta.url));
const isPng = (bytes: Buffer) => bytes.subarray(1, 4).toString('latin1') === 'PNG';
/** Width and height, as a PNG's first chunk tells them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('favicon.ico holds the blossom for tabs, at single and double density and on a desktop', () => {
  const ico = file('../public/favicon.ico');
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 3]);
  const images = [0, 1, 2].map((index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    return { told: ico.readUInt8(at), png: ico.subarray(offset, offset + length) };
  });
  expect(images.every(({ png }) => isPng(png))).toBe(true);
  expect(images.map(({ png }) => sizeOf(png))).toEqual([
    [16, 16],
    [32, 32],
    [48, 48],
  ]);
  expect(images.map(({ told }) => told)).toEqual([16, 32, 48]);
});

test('a phone’s home screen gets a whole square of 180 px', () => {
  const png = file('../public/apple-touch-icon.png');
  expect([isPng(png), ...sizeOf(png)]).toEqual([true, 180, 180]);
});

test('the drawing takes its colours from the tokens', () => {
  const tokens = file('./styles/tokens.css').toString();
  const colours =
    file('../public/favicon.svg')
      .toString()
      .match(/#[0-9a-f]{6}/g) ?? [];
  expect(colours.length).toBeGreaterThan(2);
  expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([]);
});
