/**
 * The articles that a topic names. Strapi leaves a relation to a draft out when it publishes, and never adds it to
 * the blocks of a published topic. So what the topic named when it was published is kept here, drafts included.
 */
import { parts, type Row, refs } from './presenters/fields.ts';
import type { Presenter } from './presenters/presenter.ts';
import { presenters } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';

/** Keeps what a topic's draft names: call it before the draft is published, in the same transaction. */
export async function keepNamed(
  publication: Publication,
  trx: Connection,
  { type, uid, populate }: Presenter,
  documentId: string,
): Promise<void> {
  if (type !== 'topic') return;
  await trx('xinglin_named').where({ type, document_id: documentId }).delete();
  const draft = (await publication.strapi.db.query(uid as never).findOne({
    where: { documentId, publishedAt: { $null: true } },
    populate,
  } as never)) as Row | null;
  for (const [block, { articles }] of parts(draft ?? {}, 'blocks').entries()) {
    for (const [position, article_id] of refs({ articles }, 'articles').entries()) {
      await trx('xinglin_named').insert({ type, document_id: documentId, block, position, article_id });
    }
  }
}

/** The published row of a topic with all that it named when it was published, as far as that is live now. */
export async function withNamed(
  publication: Publication,
  trx: Connection,
  documentId: string,
  row: Row,
): Promise<Row> {
  const named = (await trx('xinglin_named')
    .where({ type: 'topic', document_id: documentId })
    .orderBy(['block', 'position'])
    .select('block', 'article_id')) as { block: number; article_id: string }[];
  // Published by an earlier version, or naming nothing: the row tells all there is.
  if (named.length === 0) return row;
  const live = (await publication.strapi.db.query(presenters.article.uid as never).findMany({
    where: {
      documentId: { $in: named.map(({ article_id }) => article_id) },
      publishedAt: { $notNull: true },
    },
    select: ['documentId'],
  } as never)) as { documentId: string }[];
  const ids = new Set(live.map((article) => article.documentId));
  const blocks = parts(row, 'blocks').map((block, index) => ({
    ...block,
    articles: named
      .filter((name) => Number(name.block) === index && ids.has(name.article_id))
      .map((name) => ({ documentId: name.article_id })),
  }));
  return { ...row, blocks };
}
