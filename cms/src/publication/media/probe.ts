/** What a file is, found by looking at its bytes: its hash, a picture's size, or why it cannot be shown. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decoding, pixelLimit } from '@xinglin/shared/pictures.js';
import sharp from 'sharp';

export interface Probe {
  sha256: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
  width?: number;
  height?: number;
  /** Why it cannot be shown, for the office. */
  broken?: string;
}

/** Probes a file. A file that cannot be read is an answer too: it is broken, and named by no bytes at all. */
export async function probeFile(path: string, mime: string): Promise<Probe> {
  const found = await statOf(path);
  if (found === undefined) {
    return {
      sha256: createHash('sha256').digest('hex'),
      size: 0,
      modified: 0,
      broken: '文件已丢失，请重新上传',
    };
  }
  const sha256 = await hashFile(path);
  const shown = mime.startsWith('image/') ? await picture(path) : {};
  return { sha256, size: found.size, modified: found.modified, ...shown };
}

/** Size and time of a file, or undefined where there is none. */
export async function statOf(path: string): Promise<{ size: number; modified: number } | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, modified: Math.trunc(mtimeMs) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** SHA-256 of a file's bytes, lower-case hex, without holding them all. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Decodes the whole picture: a header alone does not show that the rest is there. */
async function picture(path: string): Promise<Pick<Probe, 'width' | 'height' | 'broken'>> {
  try {
    const { width, height, orientation } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > pixelLimit) {
      return { broken: `图片过大（${width}×${height} 像素，上限 5000 万像素），请缩小后重新上传` };
    }
    await sharp(path, decoding).stats();
    // Orientations 5 to 8 lie on their side: the reader sees width and height exchanged.
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width }
      : { width, height };
  } catch {
    // sharp names no error kinds: whatever it cannot decode, the reader's browser cannot be trusted to.
    return { broken: '图片已损坏，无法打开，请重新上传' };
  }
}
