/** Which presenter stands for which type, and the version of all of them together. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import { article } from './article.ts';
import { campus } from './campus.ts';
import { channel } from './channel.ts';
import { consultation } from './consultation.ts';
import { department } from './department.ts';
import { disease } from './disease.ts';
import { doctor } from './doctor.ts';
import { series, tag } from './groupings.ts';
import { media } from './media.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';
import type { Presenter } from './presenter.ts';
import { site } from './site.ts';
import { slot } from './slot.ts';
import { topic } from './topic.ts';
import { video } from './video.ts';

/** Raised whenever any presenter gives another form for the same document: all is presented anew at boot. */
export const presenterVersion = 4;

export const presenters: Readonly<Record<ItemType, Presenter>> = {
  article,
  campus,
  channel,
  consultation,
  department,
  disease,
  doctor,
  media,
  notice,
  page,
  series,
  site,
  slot,
  tag,
  topic,
  video,
};

const byUid = new Map<string, Presenter>(
  Object.values(presenters).map((presenter) => [presenter.uid, presenter]),
);

/** The presenter of a Strapi content type, or undefined where the type is not published. */
export function presenterOf(uid: string): Presenter | undefined {
  return byUid.get(uid);
}
