/** Labels and type names as the schema.json files carry them. */
import type { Core } from '@strapi/strapi';
import type { Labels } from './refusal.ts';

interface Attribute {
  component?: string;
  pluginOptions?: { xinglin?: { label?: string } };
}
interface Model {
  info?: { displayName?: string };
  attributes: Record<string, Attribute>;
}

/** 新闻, 科室 … */
export function typeNameOf(strapi: Core.Strapi, uid: string): string {
  const model = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as unknown as Model | undefined;
  return uid === 'plugin::upload.file' ? '媒体文件' : (model?.info?.displayName ?? uid);
}

/** Looks labels up, through components where the path leads into one. */
export function labelsOf(strapi: Core.Strapi): Labels {
  return (uid, attributes) => {
    let model = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as unknown as Model | undefined;
    let attribute: Attribute | undefined;
    for (const name of attributes) {
      attribute = model?.attributes[name];
      const component = attribute?.component;
      model =
        component === undefined
          ? undefined
          : (strapi.components[component as keyof typeof strapi.components] as unknown as Model);
    }
    return attribute?.pluginOptions?.xinglin?.label;
  };
}
