/**
 * The recipe for pictures: which files are made of an original, and how a page names them. Pure and free of
 * Node built-ins: the site's views, the publisher that makes the files and a browser all agree by calling it.
 *
 * A derivative's path carries the original's hash and its width, so it is cached for ever: whoever changes
 * anything that changes bytes (quality, effort) in production must change the path as well. Another width is
 * another path: what stands already is not made again for it.
 */
import type { Media } from './content/media.ts';
import { focusOf } from './focus.ts';
import { derivativePath, filePath } from './paths.ts';

/** What the bytes of a derivative depend on beside the original and its width, by format: part of the cache key. */
export const recipe = {
  webp: { quality: 78, effort: 4 },
  jpeg: { quality: 80, progressive: true },
} as const;

/** Widths in px: a portrait, a phone, a phone at double density, the full measure at double density. */
const widths = [240, 480, 960, 1440] as const;

/** A poster so long that its WebP would be narrower than a phone is a JPEG alone. */
const leastWidth = 480;

/** JPEG is for engines without WebP, feed readers and link previews: one, of middle size. */
const jpegWidth = 960;

/** How tall a file of each format can be, in px: WebP has 14 bits for it. A long poster reaches that. */
const tallest = { webp: 16_383, jpeg: 65_500 } as const;

/** More pixels than this are not decoded: a 776 KB PNG of 16,000² px costs 377 MB (DESIGN.md section 5). */
export const pixelLimit = 50_000_000;

/** How an original is decoded, by who probes it and by who makes the files: what the one lets in the other can do. */
export const decoding = { limitInputPixels: pixelLimit, failOn: 'error' } as const;

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
  format: keyof typeof recipe;
}

/** What is said of a picture, whether it can be shown or not. */
interface Words {
  /** For those who do not see it: '' where it only decorates, absent where nobody has described it yet. */
  alt?: string;
  caption?: string;
  credit?: string;
}

/** All that a page needs to show a picture: `<source type="image/webp" srcset>` and an `<img src>`. */
export interface Picture extends Words {
  /** The JPEG. */
  src: string;
  /** The WebP files with their widths: `/media/….webp 480w, …`; absent where it is too tall for any. */
  srcset?: string;
  /** The original's size in px: the ratio that keeps the page from jumping. */
  width: number;
  height: number;
  /** Classes that keep the point that matters in sight where it is cropped; absent where it is the middle. */
  focus?: string;
}

/** A picture that belongs here and cannot be shown: words stand in its place. */
export interface LostPicture extends Words {
  lost: true;
}

/** What stands where a picture belongs. */
export type ShownPicture = Picture | LostPicture;

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
  const fitting = [...new Set(widths.map((width) => widthWithin(media, width, 'webp')))];
  const isSharp = Math.max(...fitting) >= Math.min(leastWidth, media.width);
  const webp = isSharp ? fitting.map((width) => derivative(media, width, 'webp')) : [];
  return [...webp, derivative(media, jpegWidthOf(media), 'jpeg')];
}

/** A file as a picture; undefined where it is none, for whoever can do without: link previews, lists, feeds. */
export function pictureOf(media: Media | undefined): Picture | undefined {
  if (media === undefined || !isPicture(media)) return undefined;
  const webp = derivativesOf(media).filter(({ format }) => format === 'webp');
  const focus = focusOf(media.focalPoint);
  return {
    src: jpegPath(media),
    ...(webp.length > 0 && { srcset: webp.map(({ path, width }) => `${path} ${width}w`).join(', ') }),
    width: media.width,
    height: media.height,
    ...(focus !== undefined && { focus }),
    ...wordsOf(media),
  };
}

/** What stands where the text itself has a picture: a broken one leaves its words, so that nobody wonders. */
export function shownPictureOf(media: Media | undefined): ShownPicture | undefined {
  const picture = pictureOf(media);
  if (picture !== undefined || media === undefined || !media.mime.startsWith('image/')) return picture;
  return { lost: true, ...wordsOf(media) };
}

/** Whether words stand in a picture's place. */
export function isLost(picture: ShownPicture): picture is LostPicture {
  return 'lost' in picture;
}

/**
 * Where a file is downloaded from. A picture's original stays in the CMS, because it carries the place and
 * the device it was taken with; its JPEG stands for it. Undefined where the file is broken.
 */
export function downloadPathOf(media: Media | undefined): string | undefined {
  if (media === undefined || media.broken !== undefined) return undefined;
  return isPicture(media) ? jpegPath(media) : filePath(media);
}

function wordsOf({ alt, caption, credit, decorative }: Media): Words {
  const spoken = decorative ? '' : alt;
  return {
    ...(spoken !== undefined && { alt: spoken }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
  };
}

function derivative(media: Measured, width: number, format: Derivative['format']): Derivative {
  const ext = format === 'webp' ? '.webp' : '.jpg';
  const height = Math.max(1, Math.round((media.height * width) / media.width));
  return { path: derivativePath(media.sha256, width, ext), width, height, format };
}

/** The width, never enlarged, and no wider than the format's height allows; 0 where none is narrow enough. */
function widthWithin(media: Measured, width: number, format: Derivative['format']): number {
  return Math.min(width, media.width, Math.floor((tallest[format] * media.width) / media.height));
}

function jpegWidthOf(media: Measured): number {
  return Math.max(1, widthWithin(media, jpegWidth, 'jpeg'));
}

function jpegPath(media: Measured): string {
  return derivativePath(media.sha256, jpegWidthOf(media), '.jpg');
}
