/** All published types as one discriminated union: what a feed row carries and a snapshot holds. */
import { z } from 'zod';
import { article } from './article.ts';
import { campus } from './campus.ts';
import { channel } from './channel.ts';
import { consultation } from './consultation.ts';
import { department } from './department.ts';
import { disease } from './disease.ts';
import { doctor } from './doctor.ts';
import { series, slot, tag, topic } from './groupings.ts';
import { media } from './media.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';
import { site } from './site.ts';
import { video } from './video.ts';

/** Every published type and its schema. */
export const schemas = {
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
} as const;

export type ItemType = keyof typeof schemas;
export type ItemOf<Type extends ItemType> = z.infer<(typeof schemas)[Type]>;
export type Item = { [Type in ItemType]: ItemOf<Type> }[ItemType];

/** In code-unit order. */
export const itemTypes = Object.keys(schemas) as readonly ItemType[];

export const itemType = z.enum(itemTypes as [ItemType, ...ItemType[]]);

export const item = z.discriminatedUnion('type', [
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
]);

/** Draft & publish holds for these only; the others are hubs (DESIGN.md section 5: an inverse relation explodes). */
export const draftedTypes: readonly ItemType[] = ['article', 'notice', 'page', 'topic'];
