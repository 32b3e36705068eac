/**
 * The recipe for pictures: which files are made of an original, and how a page names them. Pure and free of
 * Node built-ins: the site's views, the publisher that makes the files and a browser all agree by calling it.
 *
 * A derivative's path carries the original's hash and its width, so it is cached for ever: whoever changes
 * anything that changes bytes (quality, effort) changes `recipe`, and whoever changes `recipe` in production
 * must change the path as well.
 */
import type { Media } from './content/media.ts';
import { derivativePath, filePath } from './paths.ts';

/** What the bytes of a derivative depend on beside the original. Part of the cache key. */
export const recipe = { version: 1, webpQuality: 78, webpEffort: 4, jpegQuality: 80 } as const;

/** Widths in px: a phone, a phone at double density, the full measure at double density. */
const widths = [480, 960, 1440] as const;

/** JPEG is for engines without WebP, feed readers and link previews: one, of middle size. */
const jpegWidth = 960;

/** More pixels than this are not decoded: a 776 KB PNG of 16,000² px costs 377 MB (DESIGN.md section 5). */
export const pixelLimit = 50_000_000;

/** Formats that become derivatives. SVG is not among them: it is a document that can run. */
const pictureTypes: ReadonlySet<string> = new Set([
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
]);

/** One file made of an original. */
export interface Derivative {
  path: string;
  /** Pixels. */
  width: number;
  height: number;
  format: 'webp' | 'jpeg';
}

/** All that a page needs to show a picture: `<source type="image/webp" srcset>` and an `<img src>`. */
export interface Picture {
  /** The JPEG. */
  src: string;
  /** The WebP files with their widths: `/media/….webp 480w, …`. */
  srcset: string;
  /** The original's size in px: the ratio that keeps the page from jumping. */
  width: number;
  height: number;
  alt: string;
  caption?: string;
  credit?: string;
}

type Measured = Media & { width: number; height: number };

/** Whether a file of the media library is shown as a picture: whole, measured, of a known kind and not too large. */
export function isPicture(media: Media): media is Measured {
  return (
    media.broken === undefined &&
    pictureTypes.has(media.mime) &&
    media.width !== undefined &&
    media.height !== undefined &&
    media.width * media.height <= pixelLimit
  );
}

/** The files made of an original, narrowest first, the JPEG last. None where it is no picture. */
export function derivativesOf(media: Media): Derivative[] {
  if (!isPicture(media)) return [];
  const scaled = (width: number) => Math.max(1, Math.round((media.height * width) / media.width));
  const webp = [...new Set(widths.map((width) => Math.min(width, media.width)))].map(
    (width): Derivative => ({
      path: derivativePath(media.sha256, width, '.webp'),
      width,
      height: scaled(width),
      format: 'webp',
    }),
  );
  const width = Math.min(jpegWidth, media.width);
  return [
    ...webp,
    { path: derivativePath(media.sha256, width, '.jpg'), width, height: scaled(width), format: 'jpeg' },
  ];
}

/** How a page shows a file as a picture; undefined where it cannot, so that readers never see an empty box. */
export function pictureOf(media: Media | undefined): Picture | undefined {
  if (media === undefined || !isPicture(media)) return undefined;
  const derivatives = derivativesOf(media);
  return {
    src: jpegPath(media),
    srcset: derivatives
      .filter(({ format }) => format === 'webp')
      .map(({ path, width }) => `${path} ${width}w`)
      .join(', '),
    width: media.width,
    height: media.height,
    alt: media.alt ?? '',
    ...(media.caption === undefined ? {} : { caption: media.caption }),
    ...(media.credit === undefined ? {} : { credit: media.credit }),
  };
}

/**
 * Where a file is downloaded from. A picture's original stays in the CMS, because it carries the place and
 * the device it was taken with; its JPEG stands for it. Undefined where the file is broken.
 */
export function downloadPathOf(media: Media | undefined): string | undefined {
  if (media === undefined || media.broken !== undefined) return undefined;
  return isPicture(media) ? jpegPath(media) : filePath(media);
}

function jpegPath(media: Measured): string {
  return derivativePath(media.sha256, Math.min(jpegWidth, media.width), '.jpg');
}
