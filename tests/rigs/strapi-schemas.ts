/** Strapi's schema.json files, as they stand in the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../../cms/src', import.meta.url));

export interface Attribute {
  type: string;
  required?: boolean;
  maxLength?: number;
  min?: number;
  max?: number;
  default?: unknown;
  repeatable?: boolean;
  component?: string;
  relation?: string;
  target?: string;
  inversedBy?: string;
  mappedBy?: string;
  pluginOptions?: { xinglin?: { label?: string; hint?: string; choices?: string[] } };
}

export interface Schema {
  options: { draftAndPublish?: boolean };
  pluginOptions: { xinglin: { main?: string; list?: string[]; edit?: string[][] } };
  attributes: Record<string, Attribute>;
}

const readJson = (...path: string[]): Schema =>
  JSON.parse(readFileSync(join(sources, ...path), 'utf8')) as Schema;

/** `readType('article')` */
export function readType(name: string): Schema {
  return readJson('api', name, 'content-types', name, 'schema.json');
}

/** `readComponent('article.source')` */
export function readComponent(uid: string): Schema {
  const [folder = '', name = ''] = uid.split('.');
  return readJson('components', folder, `${name}.json`);
}

/** All components, `article.source` … */
export const componentUids: readonly string[] = readdirSync(join(sources, 'components')).flatMap((folder) =>
  readdirSync(join(sources, 'components', folder)).map((file) => `${folder}.${file.replace(/\.json$/, '')}`),
);
