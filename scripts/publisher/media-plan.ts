/** Which files of the media library stand in the live tree: those that a live item names, and nothing else. */

import type { Media } from '@xinglin/shared/content/media.js';
import { type Delta, formsOf } from '@xinglin/shared/delta.js';
import { edgesOf } from '@xinglin/shared/edges.js';
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
  return filesOf(snapshot.named('media').flatMap((id) => snapshot.get('media', id) ?? []));
}

/** The media that a delta may bring up or take down: those that changed, and those that changed items name. */
export function mediaTouched(delta: Delta): { ids: string[]; forms: Media[] } {
  const ids = new Set<string>();
  const forms: Media[] = [];
  for (const item of delta.flatMap(formsOf)) {
    if (item.type === 'media') {
      ids.add(item.id);
      forms.push(item);
    }
    for (const { toType, toId } of edgesOf(item)) if (toType === 'media') ids.add(toId);
  }
  return { ids: [...ids], forms };
}

/** `mediaFiles`, asked for these documents only. */
export function mediaFilesOf(snapshot: WritableSnapshot, ids: readonly string[]): MediaFile[] {
  const live = ids.filter((id) => snapshot.isNamed('media', id));
  return filesOf(live.flatMap((id) => snapshot.get('media', id) ?? []));
}

/** Paths of media that a delta took down: of earlier forms, or of documents that nothing names any more. */
export function lostMedia(snapshot: WritableSnapshot, delta: Delta, wanted: readonly MediaFile[]): string[] {
  const { ids, forms } = mediaTouched(delta);
  const all = [...forms, ...ids.flatMap((id) => snapshot.get('media', id) ?? [])];
  const here = new Set(wanted.map(({ path }) => path));
  const candidates = [...new Set(all.flatMap(pathsOf))].filter((path) => !here.has(path));
  if (candidates.length === 0) return [];
  // Two documents may hold the same bytes, and so share their paths.
  const elsewhere = new Set(mediaFiles(snapshot).map(({ path }) => path));
  return candidates.filter((path) => !elsewhere.has(path));
}

export function pathsOf(media: Media): string[] {
  if (media.broken !== undefined) return [];
  return isPicture(media) ? derivativesOf(media).map(({ path }) => path) : [filePath(media)];
}

/** The SHA-256 of the original that a media path was made of. */
export function originalOf(path: string): string | undefined {
  return /^\/(?:media|files)\/[0-9a-f]{2}\/([0-9a-f]{64})/.exec(path)?.[1];
}

function filesOf(all: readonly Media[]): MediaFile[] {
  const files = new Map<string, MediaFile>();
  for (const media of all)
    for (const path of pathsOf(media)) if (!files.has(path)) files.set(path, { path, media });
  return [...files.values()];
}
