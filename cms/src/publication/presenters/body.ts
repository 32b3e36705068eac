/** Presented bodies name files by identity, never by address: `/uploads/x.jpg` becomes `media:<documentId>`. */
import { type Row, text } from './fields.ts';
import type { PresentContext } from './presenter.ts';

/** The target of a Markdown link or picture that lies under `/uploads/`, on whatever host the editor saw it. */
const uploadTarget = /(\]\()(?:https?:\/\/[^/\s)]+)?(\/uploads\/[^\s)?#]+)(?:[?#][^\s)]*)?/g;

/** Strapi's smaller copies of a picture stand beside it under a prefix. */
const copyPrefix = /^\/uploads\/(?:thumbnail|small|medium|large|xlarge)_/;

/** Every address under `/uploads/` that a text may mean, copies led back to their originals. */
export function uploadsIn(markdown: string): string[] {
  const found = Array.from(markdown.matchAll(uploadTarget), (match) => match[2] as string);
  return [...new Set(found.flatMap((url) => [url, original(url)]))];
}

/** A Markdown field with its uploads named by identity. An address that is no file of ours is left as it is. */
export function body(row: Row, name: string, context: PresentContext): string | undefined {
  return text(row, name)?.replace(uploadTarget, (whole, open: string, url: string) => {
    const file = context.files.get(url) ?? context.files.get(original(url));
    return file === undefined ? whole : `${open}media:${file}`;
  });
}

function original(url: string): string {
  return url.replace(copyPrefix, '/uploads/');
}
