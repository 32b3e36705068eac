/** Pictures and files inside a body, as HTML. Written here and escaped here; never passed through the sanitiser. */
import { isLost, type LostPicture, type Picture, type ShownPicture } from '../pictures.ts';

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

/** `sizes` of a picture as wide as the text: 36 characters of 18 px, or a narrower screen without its margins. */
export const proseSizes = '(min-width:696px) 648px,92vw';
const fileName = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)$/i;

/** What a reader is told in the place of a picture that cannot be shown; the style sheet draws a frame around it. */
function lostWords({ alt = '' }: Pick<LostPicture, 'alt'>): string {
  return `图片暂时无法显示${alt === '' ? '' : `：${alt}`}`;
}

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
  if (isLost(picture)) {
    const said = lostWords({ ...(spoken !== undefined && { alt: spoken }) });
    return `<span class="lost-picture">${escapeHtml(said)}</span>`;
  }
  const { src, srcset, width, height } = picture;
  const source =
    srcset === undefined
      ? ''
      : `<source type="image/webp" srcset="${escapeHtml(srcset)}" sizes="${proseSizes}">`;
  const alt = escapeHtml(altOf({ ...(spoken !== undefined && { alt: spoken }) }));
  const kind = isTall(picture) ? ' class="tall"' : '';
  return `<picture>${source}<img${kind} src="${escapeHtml(src)}" alt="${alt}" width="${width}" height="${height}"${fetching(when)}></picture>`;
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
  return `<figure>${pictureHtml(picture, written, when)}${below}</figure>\n`;
}

/** What stands below a picture: the writer's words for it or the library's, and who took it. */
export function captionOf(picture: ShownPicture, own?: string): string | undefined {
  const words = own?.trim() || picture.caption;
  const credit = picture.credit === undefined ? undefined : `摄影：${picture.credit}`;
  return words === undefined ? credit : credit === undefined ? words : `${words}（${credit}）`;
}

/** The room of a picture in characters of text: a line of 36 is 34 px high, as wide as the text is 648 px. */
export function roomOf(picture: ShownPicture): number {
  if (isLost(picture)) return 72;
  return (Math.min(648, picture.width) * picture.height * 36) / (picture.width * 34);
}

/** Whether it is bounded by the screen's height: upright, and no poster that is read from top to bottom. */
export function isTall({ width, height }: Pick<Picture, 'width' | 'height'>): boolean {
  return height > 1.1 * width && height <= 2.2 * width;
}

/** Text as an attribute's value or an element's content. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
