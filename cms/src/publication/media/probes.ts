/** The table of probes: one row a file of the media library, so that presenting never reads bytes. */
import type { Connection } from '../tables.ts';
import type { Probe } from './probe.ts';

/** A stored probe, and the address of the file it was made of. */
export interface StoredProbe extends Probe {
  url: string;
}

interface ProbeRow {
  url: string;
  sha256: string;
  size: number | string;
  modified: number | string;
  width: number | null;
  height: number | null;
  broken: string | null;
}

/** What is known of a file, or undefined where it was never probed. */
export async function probeOf(trx: Connection, documentId: string): Promise<StoredProbe | undefined> {
  const row = (await trx('xinglin_media').where({ document_id: documentId }).first()) as ProbeRow | undefined;
  if (row === undefined) return undefined;
  const { width, height, broken } = row;
  return {
    url: row.url,
    sha256: row.sha256,
    size: Number(row.size),
    modified: Number(row.modified),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(broken === null ? {} : { broken }),
  };
}

export async function storeProbe(
  trx: Connection,
  documentId: string,
  url: string,
  probe: Probe,
): Promise<void> {
  const row = {
    document_id: documentId,
    url,
    sha256: probe.sha256,
    size: probe.size,
    modified: probe.modified,
    width: probe.width ?? null,
    height: probe.height ?? null,
    broken: probe.broken ?? null,
  };
  await trx('xinglin_media').insert(row).onConflict('document_id').merge();
}

export async function dropProbe(trx: Connection, documentId: string): Promise<void> {
  await trx('xinglin_media').where({ document_id: documentId }).delete();
}

/** Where the bytes of a presented file lie: `/uploads/…`, or undefined where no live item has this hash. */
export async function presentedUrl(connection: Connection, sha256: string): Promise<string | undefined> {
  const row = (await connection('xinglin_media')
    .join('xinglin_presented', 'xinglin_presented.document_id', 'xinglin_media.document_id')
    .where({
      'xinglin_presented.type': 'media',
      'xinglin_presented.state': 'live',
      'xinglin_media.sha256': sha256,
    })
    .select('xinglin_media.url')
    .first()) as { url: string } | undefined;
  return row?.url;
}
