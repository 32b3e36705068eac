/** The picture that an article opens with. */
import { captionOf } from '@xinglin/shared/body/figures.js';
import type { Article } from '@xinglin/shared/content/article.js';
import { mediaIn } from '@xinglin/shared/edges.js';
import type { Picture } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import { coverOf } from './listing.ts';

export interface LeadPicture {
  picture: Picture;
  caption?: string;
}

/** The cover, where the body does not show it anyway: by its bytes, as one picture may be uploaded twice. */
export function leadPictureOf(snapshot: Snapshot, article: Article): LeadPicture | undefined {
  const picture = coverOf(snapshot, article);
  if (picture === undefined) return undefined;
  const inBody = mediaIn(article.body).map((id) => snapshot.get('media', id)?.sha256);
  const { sha256 } = snapshot.get('media', article.cover ?? '') ?? {};
  return inBody.includes(sha256) ? undefined : { picture, caption: captionOf(picture) };
}
