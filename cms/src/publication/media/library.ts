/**
 * The media library. Uploads bypass the document service, so the library's own writes are wrapped: row, probe
 * and change commit together. Bytes are looked at before the transaction opens, so that nobody waits for it.
 */
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { act } from '../act.ts';
import { currentActor } from '../actor.ts';
import { labelsOf, typeNameOf } from '../labels.ts';
import { media } from '../presenters/media.ts';
import type { Publication } from '../publication.ts';
import { readPresented } from '../read.ts';
import { record } from '../record.ts';
import { refusalOf, refuse } from '../refusal.ts';
import type { Connection } from '../tables.ts';
import type { Act } from '../write.ts';
import { type Probe, probeFile, statOf } from './probe.ts';
import { dropProbe, probeOf, storeProbe } from './probes.ts';

/** A row of the media library: what this code reads of it. */
export interface FileRow {
  id: number;
  documentId: string;
  url: string;
  mime: string;
}

interface Write {
  data: Partial<FileRow> & Record<string, unknown>;
  where?: unknown;
}

/** The repository of Strapi's database layer, as far as the upload plugin writes through it. */
interface Repository {
  create(write: Write): Promise<FileRow>;
  update(write: Write): Promise<FileRow | null>;
  delete(write: { where: unknown }): Promise<FileRow | null>;
  findOne(query: { where: unknown }): Promise<FileRow | null>;
}

/** Where an uploaded file lies on disk (Strapi's local provider). */
export function pathOf(strapi: Core.Strapi, url: string): string {
  return join(strapi.dirs.static.public, url);
}

/** Wraps the library's writes. Once a boot. */
export function wrapLibrary(publication: Publication): void {
  const { strapi } = publication;
  const library = strapi.db.query('plugin::upload.file') as unknown as Repository;
  const create = library.create.bind(library);
  const update = library.update.bind(library);
  const remove = library.delete.bind(library);

  library.create = async (write) => {
    const { url, mime } = write.data;
    const probe = url === undefined ? undefined : await probeFile(pathOf(strapi, url), mime ?? '');
    return act(publication, async (trx) => {
      const row = await create(write);
      await presentFile(publication, trx, row, probe, '创建');
      return row;
    });
  };
  library.update = async (write) => {
    const before = await library.findOne({ where: write.where });
    // A replacement keeps the address and may even keep size and time: it is known by naming its hash.
    const replaced = before !== null && 'hash' in write.data;
    const mime = write.data.mime ?? before?.mime ?? '';
    const probe = replaced ? await probeFile(pathOf(strapi, write.data.url ?? before.url), mime) : undefined;
    return act(publication, async (trx) => {
      const row = await update(write);
      if (row !== null) await presentFile(publication, trx, row, probe, '更新');
      return row;
    });
  };
  library.delete = (write) =>
    act(publication, async (trx) => {
      const row = await library.findOne({ where: write.where });
      const result = await remove(write);
      if (row === null) return result;
      await dropProbe(trx, row.documentId);
      await presentFile(publication, trx, row, undefined, '删除');
      return result;
    });
}

async function presentFile(
  publication: Publication,
  trx: Connection,
  row: FileRow,
  probe: Probe | undefined,
  name: Act,
): Promise<void> {
  const { strapi } = publication;
  const id = row.documentId;
  if (probe !== undefined) await storeProbe(trx, id, row.url, probe);
  const reading = await readPresented(publication, trx, media, id);
  if (reading.kind === 'broken') {
    const subject = { uid: media.uid, typeName: typeNameOf(strapi, media.uid), title: reading.title };
    throw refuse(refusalOf(subject, '保存', reading.breaches, labelsOf(strapi)));
  }
  await record(trx, {
    type: 'media',
    id,
    presented: reading.kind === 'form' ? reading : undefined,
    act: name,
    actor: currentActor(strapi),
    now: publication.now(),
  });
}

/** Whether a file's bytes are those that were probed. */
export async function probeAgain(
  publication: Publication,
  row: FileRow,
): Promise<{ probe: Probe; changed: boolean }> {
  const { strapi } = publication;
  const stored = await probeOf(strapi.db.connection, row.documentId);
  const path = pathOf(strapi, row.url);
  const found = (await statOf(path)) ?? { size: 0, modified: 0 };
  if (stored?.url === row.url && stored.size === found.size && stored.modified === found.modified) {
    return { probe: stored, changed: false };
  }
  return { probe: await probeFile(path, row.mime), changed: true };
}
