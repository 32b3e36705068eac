/** What the database holds about slugs. Read through Strapi's query layer: inside a transaction it joins it. */
import type { Core, UID } from '@strapi/strapi';
import type { OwnModel } from '../model/models.ts';
import { addressesBeginningWith } from '../publication/addresses.ts';
import type { Connection } from '../publication/tables.ts';

/** The stored state of a document, as far as its slug depends on it. */
export interface Stored {
  slug: string | undefined;
  text: string | undefined;
  /** Whether readers know its address: it is on the site, or was. */
  known: boolean;
}

interface Row {
  documentId: string;
  slug: string | null;
  [field: string]: unknown;
}

/** The newest stored state (the draft where the type has drafts), or undefined where there is none. */
export async function readStored(
  strapi: Core.Strapi,
  trx: Connection,
  model: OwnModel,
  documentId: string,
): Promise<Stored | undefined> {
  const query = strapi.db.query(model.uid as UID.ContentType);
  const drafted = model.options?.draftAndPublish === true;
  const where = drafted ? { documentId, publishedAt: null } : { documentId };
  const row = (await query.findOne({ where })) as Row | null;
  if (row === null) return undefined;
  const presented = await trx('xinglin_presented')
    .where({ type: typeOf(model), document_id: documentId })
    .first('document_id');
  const text = row[mainOf(model)];
  return {
    slug: row.slug ?? undefined,
    text: typeof text === 'string' ? text : undefined,
    known: presented !== undefined,
  };
}

/**
 * The title of another document of this type that holds the slug, or undefined where it is free. A document holds
 * the slug of its draft and of its published row, as long as the two differ.
 */
export async function holderOf(
  strapi: Core.Strapi,
  model: OwnModel,
  slug: string,
  except: string | undefined,
): Promise<string | undefined> {
  const rows = (await strapi.db
    .query(model.uid as UID.ContentType)
    .findMany({ where: { slug }, limit: 3 })) as Row[];
  const holder = rows.find((row) => row.documentId !== except);
  return holder === undefined ? undefined : String(holder[mainOf(model)] ?? holder.documentId);
}

/**
 * All slugs of other documents that a numbered variant of `base` could collide with, also those that they left:
 * an office may take one of these over, we do not send readers elsewhere by ourselves.
 */
export async function slugsBeginningWith(
  strapi: Core.Strapi,
  trx: Connection,
  model: OwnModel,
  base: string,
  except: string | undefined,
): Promise<Set<string>> {
  // A base that is shortened to make room for its number keeps this beginning.
  const beginning = base.slice(0, 72);
  const rows = (await strapi.db.query(model.uid as UID.ContentType).findMany({
    where: { slug: { $startsWith: beginning } },
    select: ['slug', 'documentId'],
  })) as Row[];
  const held = rows.filter((row) => row.documentId !== except).map((row) => row.slug ?? '');
  return new Set([...held, ...(await addressesBeginningWith(trx, typeOf(model), beginning, except))]);
}

/** `article` of `api::article.article`: also the item's type in the contract. */
export const typeOf = (model: OwnModel): string => model.uid.slice(model.uid.indexOf('.') + 1);
const mainOf = (model: OwnModel): string => model.pluginOptions?.xinglin?.main ?? 'title';
