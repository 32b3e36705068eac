/** References by key or documentId become what Strapi's Document Service takes. */
import type { Core } from '@strapi/strapi';
import { type IntakeReference, intakeReference } from '@xinglin/shared/intake.js';
import type { Attribute } from '../model/models.ts';
import { componentAttributes, type Data } from './documents.ts';
import { Refusal } from './refusal.ts';
import { type Connection, findTaken } from './table.ts';

const files = 'plugin::upload.file';

/**
 * The data with every reference resolved.
 * @throws Refusal naming an unknown attribute, or a reference that leads nowhere.
 */
export async function resolveData(
  strapi: Core.Strapi,
  trx: Connection,
  data: Data,
  attributes: Record<string, Attribute>,
): Promise<Data> {
  const resolved: Data = {};
  for (const [name, value] of Object.entries(data)) {
    // Own ones only: every object has a `constructor`.
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute === undefined) throw new Refusal(`没有「${name}」这个字段`);
    resolved[name] = await resolveValue(strapi, trx, value, attribute, name);
  }
  return resolved;
}

async function resolveValue(
  strapi: Core.Strapi,
  trx: Connection,
  value: unknown,
  attribute: Attribute,
  name: string,
): Promise<unknown> {
  if (value === null || value === undefined) return value;
  if (attribute.type === 'component') {
    const own = componentAttributes(strapi, attribute.component ?? '');
    return eachOf(value, (part) => {
      if (typeof part !== 'object' || part === null) throw new Refusal(`「${name}」的每一项要写成 {…}`);
      return resolveData(strapi, trx, part as Data, own);
    });
  }
  const target =
    attribute.type === 'media' ? files : attribute.type === 'relation' ? attribute.target : undefined;
  if (target === undefined) return value;
  return eachOf(value, async (part) => {
    const reference = intakeReference.safeParse(part);
    if (!reference.success) throw new Refusal(`「${name}」要写成 {"key": …} 或 {"documentId": …}`);
    return resolveReference(strapi, trx, reference.data, target);
  });
}

/** One by one: the transaction has one connection. */
async function eachOf(value: unknown, resolve: (part: unknown) => Promise<unknown>): Promise<unknown> {
  if (!Array.isArray(value)) return resolve(value);
  const parts: unknown[] = [];
  for (const part of value) parts.push(await resolve(part));
  return parts;
}

/** The documentId; for a file its row's id, the only name that Strapi's media attributes take. */
async function resolveReference(
  strapi: Core.Strapi,
  trx: Connection,
  reference: IntakeReference,
  target: string,
): Promise<string | number> {
  const said = 'key' in reference ? reference.key : reference.documentId;
  const documentId = 'key' in reference ? await takenUnder(trx, reference.key, target) : reference.documentId;
  const row = (await strapi.db.query(target as never).findOne({ select: ['id'], where: { documentId } })) as {
    id: number;
  } | null;
  if (row === null) throw new Refusal(`引用的「${said}」在内容库里已经不存在`);
  return target === files ? row.id : documentId;
}

async function takenUnder(trx: Connection, key: string, target: string): Promise<string> {
  const taken = await findTaken(trx, key);
  if (taken === undefined) throw new Refusal(`引用的「${key}」还没有收录：请把它排在前面，或检查写法`);
  const uid = taken.type === 'media' ? files : `api::${taken.type}.${taken.type}`;
  if (uid !== target) throw new Refusal(`引用的「${key}」是另一种内容（${taken.type}），放不进这里`);
  return taken.documentId;
}
