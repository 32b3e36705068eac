/** Which files of the media library stand in the live tree: those that a live item names, and nothing else. */
import type { Media } from '@xinglin/shared/content/media.js';
import { filePath } from '@xinglin/shared/paths.js';
import { derivativesOf, isPicture } from '@xinglin/shared/pictures.js';
import type { WritableSnapshot } from '@xinglin/shared/snapshot.js';

/** One file to stand at a path. */
export interface MediaFile {
  path: string;
  media: Media;
}

/** Derivatives of pictures, originals of other files, each path once. Broken files have none. */
export function mediaFiles(snapshot: WritableSnapshot): MediaFile[] {
  const files = new Map<string, MediaFile>();
  for (const id of snapshot.named('media')) {
    const media = snapshot.get('media', id);
    if (media === undefined) continue;
    for (const path of pathsOf(media)) if (!files.has(path)) files.set(path, { path, media });
  }
  return [...files.values()];
}

function pathsOf(media: Media): string[] {
  if (media.broken !== undefined) return [];
  return isPicture(media) ? derivativesOf(media).map(({ path }) => path) : [filePath(media)];
}
