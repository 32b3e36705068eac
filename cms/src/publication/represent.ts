/** Presents documents anew where nobody edited them: their time came, or the presenters changed. */
import { type ItemType, itemTypes } from '@xinglin/shared/content/item.js';
import { act } from './act.ts';
import type { Actor } from './actor.ts';
import { readHead } from './head.ts';
import { labelsOf, typeNameOf } from './labels.ts';
import type { Presenter } from './presenters/presenter.ts';
import { presenters, presenterVersion } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import { quarantine } from './quarantine.ts';
import { readPresented } from './read.ts';
import { record } from './record.ts';
import { refusalOf } from './refusal.ts';
import type { Connection } from './tables.ts';
import type { Act } from './write.ts';

/** Documents presented in one transaction: enough to spare commits, few enough to let editors in between. */
const batch = 50;

const system: Actor = { kind: 'system', name: '系统' };

/**
 * Presents one document anew; a bad one is quarantined by name and its last good form stays live.
 * The head's lock must be held.
 */
export async function represent(
  publication: Publication,
  trx: Connection,
  presenter: Presenter,
  id: string,
  name: Act,
): Promise<void> {
  const { strapi } = publication;
  const now = publication.now();
  const reading = await readPresented(publication, trx, presenter, id);
  if (reading.kind !== 'broken') {
    const presented = reading.kind === 'form' ? reading : undefined;
    await record(trx, { type: presenter.type, id, presented, act: name, actor: system, now });
    return;
  }
  const subject = { uid: presenter.uid, typeName: typeNameOf(strapi, presenter.uid), title: reading.title };
  const { message } = refusalOf(subject, '上线', reading.breaches, labelsOf(strapi));
  // Its time is over: without this it would be tried again at every tick until somebody edits it.
  await trx('xinglin_presented')
    .where({ type: presenter.type, document_id: id })
    .update({ boundary_at: null });
  const item = { type: presenter.type, id, title: reading.title, problem: message };
  if (await quarantine(trx, item, now)) strapi.log.warn(`quarantined ${presenter.type} ${id}: ${message}`);
}

/** What all presented forms stand on. Another basis means that every one of them may differ. */
export function basisOf(publication: Publication): string {
  return `presenters ${presenterVersion}, ${publication.siteUrl}`;
}

/** At boot: presents everything anew where presenters or the site's address changed. */
export async function representAll(publication: Publication): Promise<void> {
  const { strapi } = publication;
  const basis = basisOf(publication);
  if ((await readHead(strapi.db.connection)).basis === basis) return;
  for (const type of itemTypes) {
    const ids = await idsOf(publication, presenters[type]);
    for (let start = 0; start < ids.length; start += batch) {
      await act(publication, async (trx) => {
        for (const id of ids.slice(start, start + batch)) {
          await represent(publication, trx, presenters[type], id, '重新呈现');
        }
      });
      strapi.log.info(`presented anew: ${type} ${Math.min(start + batch, ids.length)} of ${ids.length}`);
    }
  }
  await strapi.db.connection('xinglin_head').where({ id: 1 }).update({ basis });
}

/** Presents those whose moment has come; exactly once, also where several instances tick at once. */
export async function representDue(publication: Publication): Promise<number> {
  const isDue = { state: 'live' };
  const due = (await publication.strapi.db
    .connection('xinglin_presented')
    .where(isDue)
    .andWhere('boundary_at', '<=', publication.now().toISOString())
    .select('type', 'document_id')) as { type: ItemType; document_id: string }[];
  for (const { type, document_id } of due) {
    await act(publication, async (trx) => {
      const still = await trx('xinglin_presented')
        .where({ ...isDue, type, document_id })
        .andWhere('boundary_at', '<=', publication.now().toISOString())
        .first();
      if (still !== undefined) await represent(publication, trx, presenters[type], document_id, '到时');
    });
  }
  return due.length;
}

/** Every document of a type that is live now, or was when it was last presented. */
async function idsOf(publication: Publication, presenter: Presenter): Promise<string[]> {
  const { db } = publication.strapi;
  const where = presenter.drafted ? { publishedAt: { $notNull: true } } : {};
  const rows = (await db
    .query(presenter.uid as never)
    .findMany({ where, select: ['documentId'] } as never)) as {
    documentId: string;
  }[];
  const live = (await db
    .connection('xinglin_presented')
    .where({ type: presenter.type, state: 'live' })
    .select('document_id')) as { document_id: string }[];
  return [...new Set([...rows.map((row) => row.documentId), ...live.map((row) => row.document_id)])];
}
