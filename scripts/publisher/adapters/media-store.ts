/** Files made of media: pictures by recipe, kept by content hash; other files as they were uploaded. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Media } from '@xinglin/shared/content/media.js';
import { sha256 as sha256Of } from '@xinglin/shared/digest.js';
import { fileOf, filePath } from '@xinglin/shared/paths.js';
import { type Derivative, derivativesOf, recipe } from '@xinglin/shared/pictures.js';
import sharp from 'sharp';
import { originalOf } from '../media-plan.ts';
import { type Cms, MediaFault, type MediaStore } from '../ports.ts';
import { makeDerivative } from './make-derivative.ts';

export interface MediaStoreOptions {
  cms: Pick<Cms, 'media'>;
  /** The cache: `<ab>/<sha256>-<width>.webp` below a folder named by the recipe. */
  derivatives: string;
  /** A live tree that may already hold an original; believed only when its hash is right. */
  live: string;
}

/** What derivatives depend on beside their original: our recipe, and the encoders that follow it. */
const recipeKey = createHash('sha256')
  .update(JSON.stringify([recipe, sharp.versions]))
  .digest('hex')
  .slice(0, 12);

export function mediaStore(options: MediaStoreOptions): MediaStore {
  const folder = join(options.derivatives, recipeKey);
  const cached = (path: string) => join(folder, path.split('/').slice(2).join('/'));
  const making = new Map<string, Promise<void>>();

  /** All derivatives of one original at once: decoding it is the larger part of the work. */
  const makeAll = (media: Media, derivatives: readonly Derivative[]): Promise<void> => {
    const running = making.get(media.sha256);
    if (running !== undefined) return running;
    const work = async () => {
      const original = await options.cms.media(media.sha256);
      for (const derivative of derivatives) {
        await keep(cached(derivative.path), await makeDerivative(original, derivative));
      }
    };
    const made = work().finally(() => making.delete(media.sha256));
    making.set(media.sha256, made);
    return made;
  };

  return {
    async bytes(media, path) {
      if (path === filePath(media))
        return (await standing(options.live, media, path)) ?? options.cms.media(media.sha256);
      const known = await readIfThere(cached(path));
      if (known !== undefined) return known;
      await makeAll(media, derivativesOf(media));
      return readFile(cached(path));
    },
    async again(path) {
      const known = await readIfThere(cached(path));
      if (known !== undefined) return known;
      const sha256 = originalOf(path);
      if (path.startsWith('/files/') && sha256 !== undefined) return options.cms.media(sha256);
      throw new MediaFault(`${path} 的图片文件没有留存`, { lasting: false });
    },
    forget(sha256s) {
      mkdirSync(options.derivatives, { recursive: true });
      for (const entry of readdirSync(options.derivatives, { recursive: true, withFileTypes: true })) {
        const [sha256 = ''] = entry.name.split('-', 1);
        if (entry.isFile() && sha256s.has(sha256))
          rmSync(join(entry.parentPath, entry.name), { force: true });
      }
    },
  };
}

async function standing(live: string, media: Media, path: string): Promise<Uint8Array | undefined> {
  const bytes = await readIfThere(join(live, fileOf(path)));
  return bytes !== undefined && sha256Of(bytes) === media.sha256 ? bytes : undefined;
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whole or not at all: a truncated file would be believed for ever. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
