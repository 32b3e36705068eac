/**
 * Closed lists of Chinese words. Strapi refuses to load an `enumeration` whose values hold no Latin letter
 * (a leftover of GraphQL naming), though nothing after loading minds. So schema.json says `string` with
 * `pluginOptions.xinglin.choices`, and here, before the database and the admin read the models, it becomes
 * the enumeration that it means: a select in the admin, and a value outside the list refused for every caller.
 */
import type { Core } from '@strapi/strapi';
import { type Attribute, ownModels, xinglinOf } from './models.ts';

/** Turns every attribute with choices into an enumeration. Belongs into Strapi's register phase. */
export function turnChoicesIntoEnumerations(strapi: Core.Strapi): void {
  for (const model of ownModels(strapi)) {
    for (const attribute of Object.values(model.attributes)) enumerate(attribute);
  }
}

function enumerate(attribute: Attribute): void {
  const { choices } = xinglinOf(attribute);
  if (choices === undefined) return;
  attribute.type = 'enumeration';
  attribute.enum = choices;
}
