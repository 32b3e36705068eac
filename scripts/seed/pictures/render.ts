/** From a drawing to the bytes of a photograph, made once for each recipe and kept in the data folder. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import sharp from 'sharp';
import { type Random, randomOf } from './random.ts';
import { Drawing } from './svg.ts';

export interface Picture {
  key: string;
  width: number;
  height: number;
  draw(drawing: Drawing, random: Random): void;
}

/** The picture as SVG: a pure function of its key and its scene. */
export function svgOf(picture: Picture): string {
  const drawing = new Drawing(picture.width, picture.height);
  picture.draw(drawing, randomOf(picture.key));
  return drawing.toSvg();
}

/** JPEG bytes. The SVG is the recipe: a changed scene, key or size is drawn anew, everything else is read. */
export async function jpegOf(picture: Picture, cache: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = svgOf(picture);
  return cached(join(cache, `${picture.key}-${sha256(`jpeg 82 ${svg}`).slice(0, 16)}.jpg`), () =>
    sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer(),
  );
}

/** PNG bytes, with transparency, for what is no photograph. */
export async function pngOf(picture: Picture, cache: string): Promise<Uint8Array<ArrayBuffer>> {
  const svg = svgOf(picture);
  return cached(join(cache, `${picture.key}-${sha256(`png ${svg}`).slice(0, 16)}.png`), () =>
    sharp(Buffer.from(svg)).png().toBuffer(),
  );
}

/** A file's bytes, made where it is missing; a file is whole or absent. */
export async function cached(
  file: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = Uint8Array.from(await make());
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
  return bytes;
}
