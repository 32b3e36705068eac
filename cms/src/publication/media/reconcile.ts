/** At boot: makes the library's presented rows true where an act was lost between disk and database. */
import { act } from '../act.ts';
import { media } from '../presenters/media.ts';
import type { Publication } from '../publication.ts';
import { represent } from '../represent.ts';
import { type FileRow, pathOf, probeAgain } from './library.ts';
import { type Probe, probeFile } from './probe.ts';
import { dropProbe, storeProbe } from './probes.ts';

const pageSize = 200;

/** Probes what is new or changed on disk, presents it, and takes down what has no row any more. */
export async function reconcileLibrary(publication: Publication): Promise<void> {
  const { strapi } = publication;
  const live = await liveIds(publication);
  let after = 0;
  for (;;) {
    const rows = (await strapi.db.query('plugin::upload.file').findMany({
      where: { id: { $gt: after } },
      orderBy: { id: 'asc' },
      limit: pageSize,
      select: ['id', 'documentId', 'url', 'mime'],
    })) as FileRow[];
    for (const row of rows) {
      const isLive = live.delete(row.documentId);
      const { probe, changed } = await probeAgain(publication, row);
      if (!isLive || changed) await presentAnew(publication, row, probe);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const id of live) {
    await act(publication, async (trx) => {
      await dropProbe(trx, id);
      await represent(publication, trx, media, id, '重新呈现');
    });
  }
}

/**
 * Bytes that were asked for are not what the last probe found there: somebody worked on the disk. What is there now
 * is probed and presented, so that the office and the readers are told.
 */
export async function lookAgain(publication: Publication, url: string): Promise<void> {
  const row = (await publication.strapi.db.query('plugin::upload.file').findOne({
    where: { url },
    select: ['id', 'documentId', 'url', 'mime'],
  })) as FileRow | null;
  if (row === null) return;
  await presentAnew(publication, row, await probeFile(pathOf(publication.strapi, url), row.mime));
}

async function presentAnew(publication: Publication, row: FileRow, probe: Probe): Promise<void> {
  await act(publication, async (trx) => {
    await storeProbe(trx, row.documentId, row.url, probe);
    await represent(publication, trx, media, row.documentId, '重新呈现');
  });
}

async function liveIds(publication: Publication): Promise<Set<string>> {
  const rows = (await publication.strapi.db
    .connection('xinglin_presented')
    .where({ type: 'media', state: 'live' })
    .select('document_id')) as { document_id: string }[];
  return new Set(rows.map((row) => row.document_id));
}
