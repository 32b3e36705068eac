/** Videos and consultations where they are some of many. */
import type { Consultation } from '@xinglin/shared/content/consultation.js';
import type { Video } from '@xinglin/shared/content/video.js';
import { itemPath } from '@xinglin/shared/paths.js';
import { pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { ListEntry } from './listing.ts';

export function videoEntry(video: Video): ListEntry {
  return {
    path: itemPath('video', video.slug),
    title: video.title,
    date: video.publishedOn,
  };
}

/** A video in a list with room. */
export function videoDetail(snapshot: Snapshot, video: Video): ListEntry {
  const poster = video.poster === undefined ? undefined : snapshot.get('media', video.poster);
  return { ...videoEntry(video), summary: video.summary, picture: pictureOf(poster) };
}

export function consultationEntry(consultation: Consultation): ListEntry {
  return {
    path: itemPath('consultation', consultation.slug),
    title: consultation.title,
    date: consultation.answeredOn,
  };
}

/** 95 ─► 1:35 */
export function durationLabel(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
