/**
 * Documents that name an article which is published later, or comes back: they are presented anew. (推荐位 have no
 * published rows of their own, and name articles at all times.)
 */
import type { Presenter } from './presenters/presenter.ts';
import { presenters } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import { represent } from './represent.ts';
import type { Connection } from './tables.ts';

/** Presents anew what names the document that has just been published. The head's lock must be held. */
export async function representNamers(
  publication: Publication,
  trx: Connection,
  { type: published }: Presenter,
  id: string,
): Promise<void> {
  if (published !== 'article') return;
  const articles = (await publication.strapi.db.query(presenters.article.uid as never).findMany({
    where: { publishedAt: { $notNull: true }, relatedArticles: { documentId: id } },
    select: ['documentId'],
  } as never)) as { documentId: string }[];
  for (const documentId of new Set(articles.map((row) => row.documentId))) {
    if (documentId !== id) await represent(publication, trx, presenters.article, documentId, '重新呈现');
  }
  const topics = (await trx('xinglin_named')
    .where({ type: 'topic', article_id: id })
    .distinct('document_id')
    .orderBy('document_id')) as { document_id: string }[];
  for (const { document_id } of topics) {
    await represent(publication, trx, presenters.topic, document_id, '重新呈现');
  }
}
