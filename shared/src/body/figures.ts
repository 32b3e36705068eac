/** Pictures and files inside a body, as HTML. Written here and escaped here; never passed through the sanitiser. */
import { isLost, type Picture, type ShownPicture } from '../pictures.ts';

/** A file of the media library that is offered for download and not shown. */
export interface DownloadFile {
  path: string;
  /** What the reader's copy is called. */
  name: string;
}

/** What `media:<id>` stands for; undefined where it is unknown, or a file that is broken. */
export type ResolveMedia = (id: string) => ShownPicture | DownloadFile | undefined;

/** When a browser fetches a picture: before others, with the page, or when a reader comes near it. */
export type Fetching = 'first' | 'at once' | 'near';

/** As wide as the text: 36 characters of 18 px, and on a narrower screen all but its margins. */
const sizes = '(min-width:696px) 648px,92vw';
const fileName = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)$/i;

/** Taller than this by its width it is bounded by the screen's height; a poster that is read top to bottom is not. */
const tall = { from: 1.1, to: 2.2 };

/** What a reader is told where a picture cannot be shown. */
export const lostWords = '图片暂时无法显示';

export function isPictureFile(file: ShownPicture | DownloadFile | undefined): file is ShownPicture {
  return file !== undefined && !('path' in file);
}

/** What is said in a picture's stead: '' where it only decorates. One without words is announced as what it is. */
export function altOf({ alt }: Pick<Picture, 'alt'>): string {
  return alt ?? '配图';
}

/** The attributes that say when a picture is fetched, with a blank before them. */
function fetching(when: Fetching): string {
  if (when === 'near') return ' loading="lazy" decoding="async"';
  return when === 'first' ? ' fetchpriority="high"' : '';
}

/**
 * A picture in a line of text.
 * @param written what the writer put in the brackets; a mere file name says nothing, the library's text stands in.
 */
export function pictureHtml(picture: ShownPicture, written: string, when: Fetching): string {
  const words = written.trim();
  const spoken = words === '' || fileName.test(words) ? picture.alt : words;
  if (isLost(picture)) return lostHtml(spoken);
  const { src, srcset, width, height } = picture;
  const source =
    srcset === undefined ? '' : `<source type="image/webp" srcset="${escapeHtml(srcset)}" sizes="${sizes}">`;
  const alt = escapeHtml(altOf({ ...(spoken !== undefined && { alt: spoken }) }));
  return `<picture>${source}<img src="${escapeHtml(src)}" alt="${alt}" width="${width}" height="${height}"${fetching(when)}></picture>`;
}

/** A picture that stands alone, with its caption and who took it. */
export function figureHtml(
  picture: ShownPicture,
  written: string,
  caption: string | undefined,
  when: Fetching,
): string {
  const text = captionOf(picture, caption);
  const below = text === undefined ? '' : `<figcaption>${escapeHtml(text)}</figcaption>`;
  const kind = isTall(picture) ? ' class="tall"' : '';
  return `<figure${kind}>${pictureHtml(picture, written, when)}${below}</figure>\n`;
}

/** What stands below a picture: the writer's words for it or the library's, and who took it. */
export function captionOf(picture: ShownPicture, own?: string): string | undefined {
  const words = own?.trim() || picture.caption;
  const credit = picture.credit === undefined ? undefined : `摄影：${picture.credit}`;
  return words === undefined ? credit : credit === undefined ? words : `${words}（${credit}）`;
}

/** What stands in the place of a picture that cannot be shown: words, drawn as a frame by the style sheet. */
function lostHtml(alt: string | undefined): string {
  const about = alt === undefined || alt === '' ? '' : `：${escapeHtml(alt)}`;
  return `<span class="lost-picture">${lostWords}${about}</span>`;
}

/** The room of a picture in characters of text: a line of 36 is 34 px high, as wide as the text is 648 px. */
export function roomOf(picture: ShownPicture): number {
  if (isLost(picture)) return 72;
  return (Math.min(648, picture.width) * picture.height * 36) / (picture.width * 34);
}

function isTall(picture: ShownPicture): boolean {
  if (isLost(picture)) return false;
  const ratio = picture.height / picture.width;
  return ratio > tall.from && ratio <= tall.to;
}

/** Text as an attribute's value or an element's content. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
