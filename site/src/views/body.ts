/** Markdown of the office ─► safe HTML, with media and links resolved through the snapshot. */
import type { HeadingOptions } from '@xinglin/shared/body/headings.js';
import { itemPath, parseItemPath } from '@xinglin/shared/paths.js';
import { downloadPathOf, pictureOf } from '@xinglin/shared/pictures.js';
import { placeOf } from '@xinglin/shared/place.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { keptBody, keptExcerpt } from './kept-bodies.ts';

/** A body as HTML; undefined where there is none. */
export function bodyHtml(
  snapshot: Snapshot,
  markdown: string | undefined,
  options?: Partial<HeadingOptions>,
): string | undefined {
  if (markdown === undefined) return undefined;
  const media = (id: string) => {
    const file = snapshot.get('media', id);
    const path = downloadPathOf(file);
    return pictureOf(file) ?? (file && path !== undefined ? { path, name: file.name } : undefined);
  };
  return keptBody(markdown, { media, link: (path) => linkOf(snapshot, path) }, options);
}

/** Where a path on this site leads; undefined where nothing stands there, so that its text stays as text. */
export function linkOf(snapshot: Snapshot, path: string): string | undefined {
  const [bare = '', rest = ''] = splitAt(path, path.search(/[?#]/));
  const slashed = bare.endsWith('/') || /\.\w+$/.test(bare) ? bare : `${bare}/`;
  const target = parseItemPath(slashed);
  if (target === undefined) return placeOf(slashed) && `${slashed}${rest}`;
  const item = snapshot.bySlug(target.type, target.slug);
  return item && `${itemPath(target.type, item.slug)}${rest}`;
}

/** The beginning of a body for lists, feeds and link previews. */
export function excerptOf(markdown: string): string {
  return keptExcerpt(markdown, 96);
}

function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
