/** The database's own word that no two documents of a type share a slug. */
import type { Core } from '@strapi/strapi';
import { type OwnModel, ownModels } from '../model/models.ts';

/**
 * Makes a unique index per type. Under draft & publish a document has two rows with one slug, a draft and a
 * published one, so the index is on the slug and on which of the two the row is. That is enough: a slug comes
 * into a published row from its draft, and a draft takes none that any row of another document has. SQLite and
 * PostgreSQL both index expressions. Documents without a slug yet (NULL) do not collide.
 * @throws Error naming the documents where two share a slug already.
 */
export async function makeSlugsUnique(strapi: Core.Strapi): Promise<void> {
  for (const model of ownModels(strapi)) {
    if (model.modelType === 'contentType' && 'slug' in model.attributes) await makeIndex(strapi, model);
  }
}

async function makeIndex(strapi: Core.Strapi, model: OwnModel): Promise<void> {
  const { tableName } = strapi.db.metadata.get(model.uid as never);
  const connection = strapi.db.connection;
  const name = `xinglin_${tableName}_slug`;
  try {
    await connection.raw('create unique index if not exists ?? on ?? (??, (?? is null))', [
      name,
      tableName,
      'slug',
      'published_at',
    ]);
  } catch (error) {
    const shared = await connection(tableName)
      .select('slug')
      .whereNotNull('slug')
      .groupBy('slug', connection.raw('(published_at is null)'))
      .havingRaw('count(*) > 1');
    if (shared.length === 0) throw error;
    const slugs = shared.map((row: { slug: string }) => row.slug).join(', ');
    throw new Error(
      `Two documents of ${model.uid} share a slug (${slugs}), so their pages would overwrite each other. Give one of each pair another slug in the table ${tableName}, then start again.`,
    );
  }
}
