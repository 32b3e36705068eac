/**
 * What publishing fills in. An article shows units as they were: the names of its sources are stored at first
 * publication, in the draft from which the published row is copied, and no later rename touches them.
 */
import { dayOf } from './calendar.ts';
import { line, part, parts, type Row } from './presenters/fields.ts';
import type { Publication } from './publication.ts';

/** The name under which a source is to be credited, where the office has not typed one. Pure. */
export function labelOf(source: Row): string | undefined {
  if (line(source, 'label') !== undefined) return undefined;
  const kind = line(source, 'kind');
  const unit =
    kind === '科室' ? part(source, 'department') : kind === '院区' ? part(source, 'campus') : undefined;
  return unit && line(unit, 'name');
}

const dated = new Set(['article', 'notice']);

/** Fills the draft that is about to be published. Runs in the transaction of the publish. */
export async function fillBeforePublish(
  publication: Publication,
  type: string,
  uid: string,
  documentId: string,
): Promise<void> {
  if (!dated.has(type)) return;
  const { db } = publication.strapi;
  const name = { select: ['id', 'name'] };
  const draft = (await db.query(uid as never).findOne({
    where: { documentId, publishedAt: { $null: true } },
    populate: type === 'article' ? { sources: { populate: { department: name, campus: name } } } : {},
  } as never)) as Row | null;
  if (draft === null) return;
  if (line(draft, 'publishedOn') === undefined) {
    await db.query(uid as never).update({
      where: { id: draft['id'] },
      data: { publishedOn: dayOf(publication.now()) },
    } as never);
  }
  for (const source of parts(draft, 'sources')) {
    const label = labelOf(source);
    if (label === undefined) continue;
    await db.query('article.source').update({ where: { id: source['id'] as number }, data: { label } });
  }
}
