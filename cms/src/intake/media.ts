/** Files come in through Strapi's upload plugin, under the same checks as the office's own uploads. */
import type { Core } from '@strapi/strapi';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import type { IntakeResult } from '@xinglin/shared/intake.js';
import type { Attribute } from '../model/models.ts';
import { hashFile, probeFile } from '../publication/media/probe.ts';
import { probeOf } from '../publication/media/probes.ts';
import { editedFields, fieldDigests } from './fields.ts';
import { ensureIntakeFolder } from './media-folder.ts';
import { Refusal, reasonOf } from './refusal.ts';
import { findTaken, makeTable, saveTaken, type Taken } from './table.ts';

/** A file of a multipart request, as the body parser leaves it in a temporary folder. */
export interface ReceivedFile {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  size: number;
}

export interface ReceivedMedia {
  key: string;
  file: ReceivedFile;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}

/** The part of the upload plugin's content API that is used here. */
interface UploadController {
  upload(context: { body?: unknown; [key: string]: unknown }): Promise<void>;
}

type FileRow = { id: number; documentId: string } & Record<string, unknown>;

const uid = 'plugin::upload.file';
/** What the office may edit; `bytes` is what probing found. */
const names = ['alternativeText', 'caption', 'credit', 'bytes'];
const labels: Record<string, Attribute> = {
  alternativeText: noted('替代文字'),
  caption: noted('说明'),
  credit: noted('摄影'),
  bytes: noted('文件本身'),
};

/**
 * Takes one file in. The upload is not wrapped in a transaction of ours: making a thumbnail takes time, and
 * SQLite's only connection would be held for all of it. A crash between upload and key leaves an unused file.
 */
export async function takeInMedia(strapi: Core.Strapi, received: ReceivedMedia): Promise<IntakeResult> {
  await makeTable(strapi);
  const { key, file, alt, caption, credit } = received;
  const bytes = await hashFile(file.filepath);
  const digest = sha256(canonicalJson({ bytes, alt, caption, credit, name: file.originalFilename }));
  const taken = await strapi.db.transaction(({ trx }) => findTaken(trx, key));
  try {
    const standing = taken === undefined ? null : await row(strapi, taken.documentId);
    const settled = taken === undefined ? undefined : settle(taken, standing, digest);
    if (settled !== undefined) return { key, ...settled };
    const { broken } = await probeFile(file.filepath, file.mimetype);
    if (broken !== undefined) throw new Refusal(broken);
    const { id, documentId } = await upload(strapi, received, standing);
    if (credit !== undefined) await strapi.db.query(uid).update({ where: { id }, data: { credit } });
    const written = await row(strapi, documentId);
    if (written === null) throw new Error(`${key} is not there after it was uploaded`);
    const fields = fieldDigests(written, names);
    await strapi.db.transaction(({ trx }) =>
      saveTaken(trx, { key, type: 'media', documentId, digest, fields }),
    );
    return { key, documentId, outcome: taken === undefined ? 'created' : 'updated' };
  } catch (error) {
    const reason = reasonOf(error, labels);
    if (reason === undefined) throw error;
    return { key, outcome: 'refused', problem: `文件 ${file.originalFilename}（${key}）：${reason}` };
  }
}

/** The outcome where there is nothing to write. */
function settle(
  taken: Taken,
  standing: FileRow | null,
  digest: string,
): Omit<IntakeResult, 'key'> | undefined {
  const { documentId } = taken;
  if (taken.type !== 'media')
    return { outcome: 'refused', problem: `这个键已经用于另一种内容（${taken.type}）` };
  if (standing === null) return { documentId, outcome: 'kept', problem: '编辑部已删除，不再恢复' };
  const edited = editedFields(standing, names, taken.fields, labels);
  if (edited.length > 0) return { documentId, outcome: 'kept', problem: `编辑部改过：${edited.join('、')}` };
  return taken.digest === digest ? { documentId, outcome: 'unchanged' } : undefined;
}

/** The plugin's own controller, because only there the bytes are held against the list of allowed types. */
async function upload(
  strapi: Core.Strapi,
  received: ReceivedMedia,
  standing: FileRow | null,
): Promise<FileRow> {
  await ensureIntakeFolder(strapi);
  const { file, alt, caption } = received;
  const fileInfo = JSON.stringify({ name: file.originalFilename, alternativeText: alt, caption });
  const context: { body?: unknown; [key: string]: unknown } = {
    request: { body: { fileInfo }, files: { files: file } },
    query: standing === null ? {} : { id: standing.id },
    state: {},
  };
  const controller = strapi.plugin('upload').controller('content-api') as unknown as UploadController;
  await controller.upload(context);
  const [made] = [context.body].flat() as FileRow[];
  if (made === undefined) throw new Error(`the upload plugin answered nothing for ${received.key}`);
  return made;
}

async function row(strapi: Core.Strapi, documentId: string): Promise<FileRow | null> {
  const found = (await strapi.db.query(uid).findOne({ where: { documentId } })) as FileRow | null;
  if (found === null) return null;
  const probe = await probeOf(strapi.db.connection, documentId);
  return { ...found, bytes: probe?.sha256 };
}

function noted(label: string): Attribute {
  return { type: 'string', pluginOptions: { xinglin: { label } } };
}
