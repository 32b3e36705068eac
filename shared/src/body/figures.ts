/** Pictures and files inside a body, as HTML. Written here and escaped here; never passed through the sanitiser. */
import type { Picture } from '../pictures.ts';

/** A file of the media library that is offered for download and not shown. */
export interface DownloadFile {
  path: string;
  /** What the reader's copy is called. */
  name: string;
}

/** What `media:<id>` stands for; undefined where it is unknown or broken. */
export type ResolveMedia = (id: string) => Picture | DownloadFile | undefined;

/** As wide as the measure of the text, which is 38 characters of 18 px at most. */
const sizes = '(min-width: 48em) 684px, 100vw';
const fileName = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)$/i;

export function isPictureFile(file: Picture | DownloadFile | undefined): file is Picture {
  return file !== undefined && 'srcset' in file;
}

/**
 * A picture in a line of text.
 * @param alt what the writer put in the brackets; a mere file name says nothing, the library's text stands in.
 */
export function pictureHtml(picture: Picture, alt: string): string {
  const spoken = alt.trim() === '' || fileName.test(alt.trim()) ? picture.alt : alt.trim();
  return (
    `<picture><source type="image/webp" srcset="${escapeHtml(picture.srcset)}" sizes="${sizes}">` +
    `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(spoken)}" width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async"></picture>`
  );
}

/** A picture that stands alone, with its caption and who took it. */
export function figureHtml(picture: Picture, alt: string, caption: string | undefined): string {
  const text = captionOf(picture, caption);
  const below = text === undefined ? '' : `<figcaption>${escapeHtml(text)}</figcaption>`;
  return `<figure>${pictureHtml(picture, alt)}${below}</figure>\n`;
}

/** What stands below a picture: the writer's words for it or the library's, and who took it. */
export function captionOf(picture: Picture, own?: string): string | undefined {
  const words = own?.trim() || picture.caption;
  const credit = picture.credit === undefined ? undefined : `摄影：${picture.credit}`;
  return words === undefined ? credit : credit === undefined ? words : `${words}（${credit}）`;
}

/** Text as an attribute's value or an element's content. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
