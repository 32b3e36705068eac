/** One picture by the recipe of `shared/pictures`. Metadata stays behind: photos carry where they were taken. */
import { createHash } from 'node:crypto';
import { type Derivative, decoding, recipe } from '@xinglin/shared/pictures.js';
import sharp from 'sharp';
import { MediaFault } from '../ports.ts';

// The publisher makes two pictures at once, each on one thread; libvips keeps nothing between them.
sharp.concurrency(1);
sharp.cache(false);

/** Makes one file of an original. */
export type MakeDerivative = (original: Uint8Array, derivative: Derivative) => Promise<Uint8Array>;

/** @throws MediaFault where the bytes are no picture that can be decoded. */
export const makeDerivative: MakeDerivative = async (original, { width, format }) => {
  const picture = sharp(original, decoding).autoOrient().resize({ width, withoutEnlargement: true });
  const encoded =
    format === 'webp'
      ? picture.webp(recipe.webp)
      : picture.flatten({ background: '#ffffff' }).jpeg(recipe.jpeg);
  try {
    return await encoded.toBuffer();
  } catch (error) {
    throw new MediaFault(`图片解不开（${(error as Error).message.split('\n', 1)[0]}），请重新上传`, {
      lasting: true,
    });
  }
};

/** What has a hand in the pixels: how they are read, scaled and written. Fonts and the like have none. */
const { sharp: binding, vips, webp, mozjpeg, lcms } = sharp.versions as Record<string, string>;

/**
 * What files of a format depend on beside their original and width: our recipe for it, and the code that follows
 * it. Another quality of one format leaves the files of the other as they are.
 */
export const recipeKeys: Readonly<Record<Derivative['format'], string>> = {
  webp: keyOf(recipe.webp),
  jpeg: keyOf(recipe.jpeg),
};

function keyOf(one: object): string {
  const parts = [one, { binding, vips, webp, mozjpeg, lcms }];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
