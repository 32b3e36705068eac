/** Small real files for uploads. */
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { TestStrapi } from './cms.ts';

/** A plain picture; another shade, other bytes. */
export function picture(shade: number, width = 40, height = 30): Promise<Buffer> {
  const background = { r: shade % 256, g: (shade * 7) % 256, b: (shade * 13) % 256 };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A file as Strapi's upload service takes it. It removes the file when it is done. */
export async function uploadOf(name: string, bytes: Buffer, mimetype = 'image/png') {
  const filepath = join(await mkdtemp(join(tmpdir(), 'xinglin-upload-')), 'file');
  writeFileSync(filepath, bytes);
  return { filepath, originalFilename: name, mimetype, size: bytes.length };
}

export interface UploadedFile {
  id: number;
  documentId: string;
  url: string;
}

/** Uploads through the service that the admin uses. */
export async function upload(
  strapi: TestStrapi,
  name: string,
  bytes: Buffer,
  info: Record<string, unknown> = {},
  mimetype = 'image/png',
): Promise<UploadedFile> {
  const files = await uploadOf(name, bytes, mimetype);
  const [file] = await strapi['plugin']('upload')
    .service('upload')
    .upload({ data: { fileInfo: { name, ...info } }, files });
  return file;
}
