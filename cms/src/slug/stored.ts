/** What the database holds about slugs. Read through Strapi's query layer: inside a transaction it joins it. */
import type { Core, UID } from '@strapi/strapi';
import type { OwnModel } from '../model/models.ts';

/** The stored state of a document, as far as its slug depends on it. */
export interface Stored {
  slug: string | undefined;
  text: string | undefined;
  /** Whether readers can see it: a published version exists, or a hub is visible. */
  published: boolean;
}

interface Row {
  documentId: string;
  slug: string | null;
  visible?: boolean;
  [field: string]: unknown;
}

/** The newest stored state (the draft where the type has drafts), or undefined where there is none. */
export async function readStored(
  strapi: Core.Strapi,
  model: OwnModel,
  documentId: string,
): Promise<Stored | undefined> {
  const query = strapi.db.query(model.uid as UID.ContentType);
  const drafted = model.options?.draftAndPublish === true;
  const where = drafted ? { documentId, publishedAt: null } : { documentId };
  const row = (await query.findOne({ where })) as Row | null;
  if (row === null) return undefined;
  const published = drafted
    ? (await query.count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
    : row.visible !== false;
  const text = row[mainOf(model)];
  return { slug: row.slug ?? undefined, text: typeof text === 'string' ? text : undefined, published };
}

/** The title of another document of this type that holds the slug, or undefined where it is free. */
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

/** All slugs of other documents that a numbered variant of `base` could collide with. */
export async function slugsBeginningWith(
  strapi: Core.Strapi,
  model: OwnModel,
  base: string,
  except: string | undefined,
): Promise<Set<string>> {
  const rows = (await strapi.db.query(model.uid as UID.ContentType).findMany({
    // A base that is shortened to make room for its number keeps this beginning.
    where: { slug: { $startsWith: base.slice(0, 72) } },
    select: ['slug', 'documentId'],
  })) as Row[];
  return new Set(rows.filter((row) => row.documentId !== except).map((row) => row.slug ?? ''));
}

const mainOf = (model: OwnModel): string => model.pluginOptions?.xinglin?.main ?? 'title';
