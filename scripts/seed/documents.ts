/** One document of the demo content, ready for the intake but for the documentIds that only the CMS knows. */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Reference } from './fields.ts';

export interface DemoDocument {
  /** `article/zhi-suan`: what the intake remembers it by. */
  key: string;
  type: Exclude<ItemType, 'media'>;
  /** Strapi's attributes; references as `{ key }`, pictures in Markdown as `media:<key>`. */
  data: Record<string, unknown>;
  /** Where it is written, for messages. */
  place: string;
}

/** Every `{ key: … }` in a value, in the order in which it is named. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== 'object') return [];
  return isReference(value) ? [value.key] : Object.values(value).flatMap(referencesIn);
}

/** Whether a value names another document, and nothing else. */
export function isReference(value: object): value is Reference {
  return 'key' in value && typeof value.key === 'string' && Object.keys(value).length === 1;
}

const mediaTarget = /(\]\()media:([a-z0-9-]+)/g;

/** The keys of the media that a Markdown text shows or links. */
export function mediaKeysIn(markdown: string): string[] {
  return Array.from(markdown.matchAll(mediaTarget), (match) => `media/${match[2]}`);
}

/** A Markdown text whose media are addressed as the CMS knows them. */
export function addressMedia(markdown: string, address: (key: string) => string): string {
  return markdown.replace(mediaTarget, (_, open: string, key: string) => `${open}${address(`media/${key}`)}`);
}

/** Every text in a value, with the attribute it stands in. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** A value with every text put through `change`. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, mapTexts(entry, change)]));
}
