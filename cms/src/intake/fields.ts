/** What stands in a document's attributes, each as a digest: the means to see what the office has edited. */
import type { Core } from '@strapi/strapi';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { sha256 } from '@xinglin/shared/digest.js';
import { type Attribute, xinglinOf } from '../model/models.ts';
import { componentAttributes, type Data } from './documents.ts';

/** Reads relations and files by identity alone, components whole. */
export function populateOf(strapi: Core.Strapi, attributes: Record<string, Attribute>): Data {
  const populate: Data = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const own = attribute.pluginOptions?.xinglin !== undefined;
    if (own && (attribute.type === 'relation' || attribute.type === 'media')) {
      populate[name] = { fields: ['documentId'] };
    }
    if (attribute.type === 'component') {
      populate[name] = {
        populate: populateOf(strapi, componentAttributes(strapi, attribute.component ?? '')),
      };
    }
  }
  return populate;
}

/** Attribute ─► digest, for those of the names that hold anything. */
export function fieldDigests(document: Data, names: readonly string[]): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const name of names) {
    const value = plain(document[name]);
    if (value !== undefined) digests[name] = sha256(canonicalJson(value));
  }
  return digests;
}

/** Labels of the attributes that hold something else than what the intake left there. */
export function editedFields(
  document: Data,
  names: readonly string[],
  left: Readonly<Record<string, string>>,
  attributes: Record<string, Attribute>,
): string[] {
  const now = fieldDigests(document, names);
  return names
    .filter((name) => now[name] !== left[name])
    .map((name) => {
      const attribute = attributes[name];
      return attribute === undefined ? name : (xinglinOf(attribute).label ?? name);
    });
}

/** A value without row ids and without what is empty; a relation as the identity it leads to. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((part) => plain(part) ?? null);
  if (typeof value !== 'object') return value;
  const { id: _, documentId, ...rest } = value as Data;
  if (documentId !== undefined) return documentId;
  return Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, plain(part)]));
}
