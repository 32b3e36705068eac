/** Files made of media: pictures by recipe, kept by content hash; other files as they were uploaded. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Media } from '@xinglin/shared/content/media.js';
import { sha256 as sha256Of } from '@xinglin/shared/digest.js';
import { fileOf, filePath } from '@xinglin/shared/paths.js';
import { type Derivative, derivativesOf } from '@xinglin/shared/pictures.js';
import { originalOf } from '../media-plan.ts';
import { type Cms, MediaFault, type MediaStore } from '../ports.ts';
import { type MakeDerivative, makeDerivative, recipeKeys } from './make-derivative.ts';

export interface MediaStoreOptions {
  cms: Pick<Cms, 'media'>;
  /** The cache: `<ab>/<sha256>-<width>.webp` below a folder named by the format's recipe. */
  derivatives: string;
  /** A live tree that may already hold an original; believed only when its hash is right. */
  live: string;
  make?: MakeDerivative;
}

export function mediaStore({ cms, derivatives, live, make = makeDerivative }: MediaStoreOptions): MediaStore {
  const cached = (path: string) => {
    const recipe = recipeKeys[extname(path) === '.webp' ? 'webp' : 'jpeg'];
    return join(derivatives, recipe, path.split('/').slice(2).join('/'));
  };
  const making = new Map<string, Promise<void>>();

  /** What an original still lacks, all at once: it is fetched once, and what stands is not made again. */
  const makeLacking = (media: Media): Promise<void> => {
    const running = making.get(media.sha256);
    if (running !== undefined) return running;
    const work = async () => {
      const lacking: Derivative[] = [];
      for (const one of derivativesOf(media)) if (!(await isThere(cached(one.path)))) lacking.push(one);
      const original = await cms.media(media.sha256);
      for (const one of lacking) await keep(cached(one.path), await make(original, one));
    };
    const made = work().finally(() => making.delete(media.sha256));
    making.set(media.sha256, made);
    return made;
  };

  return {
    async bytes(media, path) {
      if (path === filePath(media)) return (await standing(live, media, path)) ?? cms.media(media.sha256);
      const known = await readIfThere(cached(path));
      if (known !== undefined) return known;
      await makeLacking(media);
      return readFile(cached(path));
    },
    async again(path) {
      const known = await readIfThere(cached(path));
      if (known !== undefined) return known;
      const sha256 = originalOf(path);
      if (path.startsWith('/files/') && sha256 !== undefined) return cms.media(sha256);
      throw new MediaFault(`${path} 的图片文件没有留存`, { lasting: false });
    },
    forget(sha256s) {
      mkdirSync(derivatives, { recursive: true });
      for (const entry of readdirSync(derivatives, { recursive: true, withFileTypes: true })) {
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

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
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
