/** A video with its subtitles, and its words for those who cannot watch or hear it. */
import { indexPath, itemPath } from '@xinglin/shared/paths.js';
import { downloadPathOf, isPicture, pictureOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { sizeLabel } from './attachments.ts';
import { bodyHtml } from './body.ts';
import { durationLabel } from './dated-entries.ts';
import { itemPages, type Kind } from './kind.ts';
import { type NamedLink, nameLinks } from './named.ts';
import { type PageView, pageOf } from './page.ts';
import { publicationOf } from './publication.ts';

export interface VideoView extends PageView {
  title: string;
  summary?: string;
  publishedOn: string;
  duration?: string;
  durationSeconds?: number;
  /** Absent where the file is missing or broken: the transcript stands alone then. */
  player?: Player;
  transcriptHtml?: string;
  departments: NamedLink[];
  doctors: NamedLink[];
}

export interface Player {
  path: string;
  mime: string;
  /** For whoever would rather keep the file: `.mp4`, `12.3 MB`. */
  ext: string;
  size: string;
  poster?: string;
  /** WebVTT */
  subtitles?: string;
  /** Pixels; the ratio that keeps the page from jumping. */
  width: number;
  height: number;
}

export const video: Kind<VideoView> = {
  ...itemPages('video'),
  view(snapshot, place) {
    const found = snapshot.bySlug('video', place.slug);
    if (found === undefined) return undefined;
    const player = playerOf(snapshot, found);
    const departments = nameLinks(snapshot, 'department', found.departments);
    return {
      ...pageOf(snapshot, {
        path: itemPath('video', found.slug),
        title: found.title,
        description: found.summary,
        picture: pictureOf(found.poster === undefined ? undefined : snapshot.get('media', found.poster)),
        content: {
          ...publicationOf(found),
          source: departments.map(({ label }) => label).join('、') || undefined,
        },
        way: [{ label: '视频', path: indexPath('video') }, { label: '正文' }],
      }),
      title: found.title,
      summary: found.summary,
      publishedOn: found.publishedOn,
      durationSeconds: found.durationSeconds,
      duration: found.durationSeconds === undefined ? undefined : durationLabel(found.durationSeconds),
      player,
      transcriptHtml: bodyHtml(snapshot, found.transcript, { base: 3 }),
      departments,
      doctors: nameLinks(snapshot, 'doctor', found.doctors),
    };
  },
};

function playerOf(
  snapshot: Snapshot,
  found: { file: string; poster?: string | undefined; subtitles?: string | undefined },
): Player | undefined {
  const media = (id: string | undefined) => (id === undefined ? undefined : snapshot.get('media', id));
  const file = media(found.file);
  const path = downloadPathOf(file);
  if (file === undefined || path === undefined || isPicture(file)) return undefined;
  const poster = pictureOf(media(found.poster));
  return {
    path,
    mime: file.mime,
    ext: file.ext,
    size: sizeLabel(file.size),
    poster: poster?.src,
    subtitles: downloadPathOf(media(found.subtitles)),
    width: poster?.width ?? 1280,
    height: poster?.height ?? 720,
  };
}
