/** One picture by the recipe of `shared/pictures`. Metadata stays behind: photos carry where they were taken. */
import { type Derivative, pixelLimit, recipe } from '@xinglin/shared/pictures.js';
import sharp from 'sharp';
import { MediaFault } from '../ports.ts';

// The publisher makes two pictures at once, each on one thread; libvips keeps nothing between them.
sharp.concurrency(1);
sharp.cache(false);

/** @throws MediaFault where the bytes are no picture that can be decoded. */
export async function makeDerivative(
  original: Uint8Array,
  { width, format }: Derivative,
): Promise<Uint8Array> {
  const picture = sharp(original, { limitInputPixels: pixelLimit, failOn: 'error' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  const encoded =
    format === 'webp'
      ? picture.webp({ quality: recipe.webpQuality, effort: recipe.webpEffort })
      : picture.flatten({ background: '#ffffff' }).jpeg({ quality: recipe.jpegQuality, progressive: true });
  try {
    return await encoded.toBuffer();
  } catch (error) {
    throw new MediaFault(`图片解不开（${(error as Error).message.split('\n', 1)[0]}），请重新上传`, {
      lasting: true,
    });
  }
}
