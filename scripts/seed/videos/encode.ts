/** A short silent film: frames drawn as SVG, encoded to H.264 in an MP4 by WebAssembly, without any program. */
import { join } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import encoder from 'h264-mp4-encoder';
import sharp from 'sharp';
import { cached } from '../pictures/render.ts';
import { Drawing } from '../pictures/svg.ts';

export interface Film {
  key: string;
  seconds: number;
  /** Draws one moment on 1600×900. */
  draw(drawing: Drawing, seconds: number): void;
}

const width = 480;
const height = 270;
const framesPerSecond = 10;

/** MP4 bytes, kept under the hash of all frames' drawings. */
export async function mp4Of(film: Film, cache: string): Promise<Uint8Array<ArrayBuffer>> {
  const frames = Array.from({ length: film.seconds * framesPerSecond }, (_, frame) => frameOf(film, frame));
  const recipe = sha256(`h264 ${width}x${height} ${framesPerSecond} ${frames.join('\n')}`).slice(0, 16);
  return cached(join(cache, `${film.key}-${recipe}.mp4`), () => encode(frames));
}

/** The film's moment that stands for it before it plays. */
export function posterOf(film: Film, drawing: Drawing): void {
  film.draw(drawing, film.seconds * 0.68);
}

function frameOf(film: Film, frame: number): string {
  const drawing = new Drawing(1600, 900);
  film.draw(drawing, frame / framesPerSecond);
  return drawing.toSvg();
}

async function encode(frames: readonly string[]): Promise<Uint8Array> {
  const film = await encoder.createH264MP4Encoder();
  film.width = width;
  film.height = height;
  film.frameRate = framesPerSecond;
  film.quantizationParameter = 28;
  film.speed = 6;
  film.initialize();
  for (const svg of frames) {
    const pixels = await sharp(Buffer.from(svg), { density: 72 })
      .resize(width, height)
      .ensureAlpha()
      .raw()
      .toBuffer();
    film.addFrameRgba(pixels);
  }
  film.finalize();
  const bytes = film.FS.readFile(film.outputFilename);
  film.delete();
  return bytes;
}
