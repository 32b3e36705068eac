/** Documents come in: one transaction each, in order; one that is refused leaves nothing behind and stops nobody. */
import type { Core } from '@strapi/strapi';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import type { IntakeDocument, IntakeResult } from '@xinglin/shared/intake.js';
import { asSystem } from '../publication/actor.ts';
import { type ContentType, contentTypeOf, type Data, type StoredDocument } from './documents.ts';
import { editedFields, fieldDigests, populateOf } from './fields.ts';
import { resolveData } from './references.ts';
import { Refusal, reasonOf } from './refusal.ts';
import { type Connection, findTaken, makeTable, saveTaken, type Taken } from './table.ts';

/** Takes documents in under a standing approval (law 8). Never throws for one document's sake. */
export async function takeIn(
  strapi: Core.Strapi,
  approval: string,
  documents: readonly IntakeDocument[],
): Promise<IntakeResult[]> {
  await makeTable(strapi);
  const results: IntakeResult[] = [];
  for (const document of documents) {
    results.push(await asSystem(approval, () => takeInOne(strapi, document)));
  }
  return results;
}

async function takeInOne(strapi: Core.Strapi, document: IntakeDocument): Promise<IntakeResult> {
  const type = contentTypeOf(strapi, document.type);
  try {
    return await strapi.db.transaction(({ trx }) => upsert(strapi, trx, type, document));
  } catch (error) {
    const reason = reasonOf(error, type.attributes);
    if (reason === undefined)
      strapi.log.error(`intake of ${document.key} failed: ${String((error as Error).stack)}`);
    const problem = reason ?? `内部错误：${(error as Error).message}（详见 CMS 日志）`;
    return {
      key: document.key,
      outcome: 'refused',
      problem: `${type.displayName} ${document.key}：${problem}`,
    };
  }
}

async function upsert(
  strapi: Core.Strapi,
  trx: Connection,
  type: ContentType,
  document: IntakeDocument,
): Promise<IntakeResult> {
  const { key } = document;
  const names = Object.keys(document.data);
  const populate = populateOf(strapi, type.attributes);
  const taken = await findTaken(trx, key);
  if (taken !== undefined && taken.type !== document.type) {
    throw new Refusal(`这个键已经用于另一种内容（${taken.type}）`);
  }
  const standing = await standingDocument(type, taken, populate);
  const digest = sha256(canonicalJson({ data: document.data, publish: document.publish }));
  if (taken !== undefined) {
    const { documentId } = taken;
    if (standing === null) return { key, documentId, outcome: 'kept', problem: '编辑部已删除，不再恢复' };
    const edited = editedFields(
      standing,
      [...new Set([...names, ...Object.keys(taken.fields)])],
      taken.fields,
      type.attributes,
    );
    if (edited.length > 0)
      return { key, documentId, outcome: 'kept', problem: `编辑部改过：${edited.join('、')}` };
    if (taken.digest === digest) return { key, documentId, outcome: 'unchanged' };
  }
  const data = await resolveData(strapi, trx, document.data, type.attributes);
  const documentId = await write(type, standing, data);
  if (document.publish && type.drafted) await type.documents.publish({ documentId });
  const written = await type.documents.findOne({ documentId, populate });
  if (written === null) throw new Error(`${key} is not there after it was written`);
  const fields = fieldDigests(written, [...new Set([...names, ...Object.keys(taken?.fields ?? {})])]);
  await saveTaken(trx, { key, type: document.type, documentId, digest, fields });
  return { key, documentId, outcome: taken === undefined ? 'created' : 'updated' };
}

/** The document behind a key; for a single type the only one there is, unless a person has worked on it. */
async function standingDocument(
  type: ContentType,
  taken: Taken | undefined,
  populate: Data,
): Promise<StoredDocument | null> {
  if (taken !== undefined) return type.documents.findOne({ documentId: taken.documentId, populate });
  if (!type.single) return null;
  const only = await type.documents.findFirst({ populate: { ...populate, updatedBy: { fields: ['id'] } } });
  if (only !== null && only['updatedBy'] !== null && only['updatedBy'] !== undefined) {
    throw new Refusal('编辑部已经填写过，不再覆盖');
  }
  return only;
}

async function write(type: ContentType, standing: StoredDocument | null, data: Data): Promise<string> {
  if (standing === null) return (await type.documents.create({ data })).documentId;
  const { documentId } = standing;
  await type.documents.update({ documentId, data });
  return documentId;
}
