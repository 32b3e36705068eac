/** Fields that several kinds of entries share. */
import { slug } from '@xinglin/shared/content/common.js';
import type { ItemType } from '@xinglin/shared/content/item.js';
import { z } from 'zod';

/** How the intake names another document. */
export interface Reference {
  key: string;
}

/** A key of another document; the field says its type. */
export const ref = (type: ItemType) => slug.transform((key): Reference => ({ key: `${type}/${key}` }));

/** Several names in one of Strapi's text fields, parted by 、 */
export const list = z
  .array(z.string().min(1))
  .min(1)
  .transform((names) => names.join('、'));
