/** Strapi's Document Service and models as the intake needs them: the one place where its types are widened. */
import type { Core } from '@strapi/strapi';
import type { IntakeType } from '@xinglin/shared/intake.js';
import type { Attribute, OwnModel } from '../model/models.ts';

export type Data = Record<string, unknown>;
export type StoredDocument = Data & { documentId: string };

export interface Documents {
  findOne(options: { documentId: string; populate: Data }): Promise<StoredDocument | null>;
  findFirst(options: { populate: Data }): Promise<StoredDocument | null>;
  create(options: { data: Data }): Promise<StoredDocument>;
  update(options: { documentId: string; data: Data }): Promise<StoredDocument | null>;
  publish(options: { documentId: string }): Promise<unknown>;
}

export interface ContentType {
  uid: string;
  documents: Documents;
  attributes: Record<string, Attribute>;
  /** Draft & publish. */
  drafted: boolean;
  /** A single type: there is one document or none. */
  single: boolean;
  displayName: string;
}

export function contentTypeOf(strapi: Core.Strapi, type: IntakeType): ContentType {
  const uid = `api::${type}.${type}`;
  const model = strapi.getModel(uid as never) as unknown as OwnModel & { kind: string };
  return {
    uid,
    documents: strapi.documents(uid as never) as unknown as Documents,
    attributes: model.attributes,
    drafted: model.options?.draftAndPublish === true,
    single: model.kind === 'singleType',
    displayName: model.info.displayName,
  };
}

/** Attributes of a component: `article.source`. */
export function componentAttributes(strapi: Core.Strapi, component: string): Record<string, Attribute> {
  return (strapi.components[component as never] as unknown as OwnModel).attributes;
}
