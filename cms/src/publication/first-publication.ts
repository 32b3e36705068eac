/** When a dated document was first presented: known to the publication, kept beside the presented form. */
import { type ItemType, schemas } from '@xinglin/shared/content/item.js';
import { secondOf } from './calendar.ts';
import type { Connection } from './tables.ts';

/**
 * The instant that stands as the first publication of a form which is presented for the first time. Pure.
 * Day and minute as the office typed them win where they have passed: an import says when the old site published,
 * and what readers see on the page is what machines are told.
 */
export function firstPublication(presentedAt: Date, form: Record<string, unknown>): string {
  const { publishedOn, publishedTime } = form;
  const typed = new Date(`${publishedOn}T${publishedTime}:00+08:00`);
  return secondOf(typed <= presentedAt ? typed : presentedAt);
}

/**
 * The form with its first publication: as recorded; else from the change log, which knows what was presented
 * before it was recorded; else now. `record` writes it down with the form that carries it.
 */
export async function withFirstPublication(
  trx: Connection,
  { type, id }: { type: ItemType; id: string },
  form: Record<string, unknown>,
  now: Date,
): Promise<Record<string, unknown>> {
  if (!('firstPublishedAt' in schemas[type].shape)) return form;
  const where = { type, document_id: id };
  const presented = (await trx('xinglin_presented').where(where).first('first_at')) as
    | { first_at: string | null }
    | undefined;
  if (presented?.first_at) return { ...form, firstPublishedAt: presented.first_at };
  const change = (await trx('xinglin_change')
    .where({ ...where, kind: 'put' })
    .orderBy('revision')
    .first('at')) as { at: string } | undefined;
  return { ...form, firstPublishedAt: firstPublication(change ? new Date(change.at) : now, form) };
}
