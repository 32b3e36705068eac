/** Markdown of the office ─► safe HTML, with media and links resolved through the snapshot. */
import type { BodyOptions } from '@xinglin/shared/body/body.js';
import { downloadPathOf, shownPictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { leadsTo } from './fate.ts';
import { keptBody, keptExcerpt } from './kept-bodies.ts';

/** A body as HTML; undefined where there is none. */
export function bodyHtml(
  snapshot: Snapshot,
  markdown: string | undefined,
  options?: Partial<BodyOptions>,
): string | undefined {
  if (markdown === undefined) return undefined;
  const media = (id: string) => {
    const file = snapshot.get('media', id);
    const path = downloadPathOf(file);
    return shownPictureOf(file) ?? (file && path !== undefined ? { path, name: file.name } : undefined);
  };
  return keptBody(markdown, { media, link: (path) => leadsTo(snapshot, path) }, options);
}

/** The beginning of a body for lists, feeds and link previews. */
export function excerptOf(markdown: string): string {
  return keptExcerpt(markdown, 96);
}
