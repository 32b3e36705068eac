/** Our content types and components as Strapi holds them, with what `pluginOptions.xinglin` says about them. */
import type { Core } from '@strapi/strapi';

/** What a schema.json says about one attribute, for people. */
export interface AttributeNote {
  label?: string;
  hint?: string;
  choices?: readonly string[];
}

/** What a schema.json says about its type: the main field, the list's columns, the rows of the edit form. */
export interface ModelNote {
  main?: string;
  list?: readonly string[];
  edit?: readonly (readonly string[])[];
}

/** An attribute as schema.json writes it: the few keys that this code reads. */
export interface Attribute {
  type: string;
  enum?: readonly string[];
  target?: string;
  relation?: string;
  repeatable?: boolean;
  component?: string;
  required?: boolean;
  maxLength?: number;
  pluginOptions?: { xinglin?: AttributeNote };
}

/** A content type or component of ours. */
export interface OwnModel {
  uid: string;
  modelType: 'contentType' | 'component';
  info: { displayName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { xinglin?: ModelNote };
  attributes: Record<string, Attribute>;
}

/** All `api::` content types and all components, sorted by uid. */
export function ownModels(strapi: Core.Strapi): OwnModel[] {
  const types = Object.values(strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'));
  const all = [...types, ...Object.values(strapi.components)] as unknown as OwnModel[];
  return all.sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/** What schema.json says about an attribute; Strapi's own ones (createdAt …) say nothing. */
export function xinglinOf(attribute: Attribute): AttributeNote {
  return attribute.pluginOptions?.xinglin ?? {};
}
