/**
 * What must be presented, found without asking the publication: straight from Strapi's own tables. And what a
 * reader of the feed makes of it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@xinglin/shared/canonical.js';
import { draftedTypes, type ItemType, itemTypes } from '@xinglin/shared/content/item.js';
import type { Change } from '@xinglin/shared/feed.js';
import type { TestStrapi } from './cms.ts';

/** `article/abc` → canonical JSON of its presented form. */
export type State = Map<string, string>;

export const uidOf = (type: ItemType): string =>
  type === 'media' ? 'plugin::upload.file' : `api::${type}.${type}`;

/** Applies changes as the publisher does: a put replaces, a tombstone removes. */
export function replay(state: State, changes: readonly Change[]): State {
  const next = new Map(state);
  for (const change of changes) {
    if (change.kind === 'put') {
      next.set(`${change.item.type}/${change.item.id}`, canonicalJson(change.item));
    } else next.delete(`${change.type}/${change.id}`);
  }
  return next;
}

/** The live rows of the `presented` table. */
export async function presentedState(strapi: TestStrapi): Promise<State> {
  const rows = await strapi['db'].connection('xinglin_presented').where({ state: 'live' }).select();
  return new Map(
    rows.map((row: Record<string, string>) => [
      `${row['type']}/${row['document_id']}`,
      row['form'] as string,
    ]),
  );
}

/** Compares what is presented with Strapi's tables. @returns every difference, in words. */
export async function differences(strapi: TestStrapi): Promise<string[]> {
  const presented = await presentedState(strapi);
  const found: string[] = [];
  for (const type of itemTypes) {
    for (const row of await publicRows(strapi, type)) {
      const key = `${type}/${row['document_id']}`;
      const form = presented.get(key);
      presented.delete(key);
      if (form === undefined) found.push(`${key} is public in Strapi but not presented`);
      else found.push(...contradictions(strapi, key, JSON.parse(form), row));
    }
  }
  for (const key of presented.keys()) found.push(`${key} is presented but not public in Strapi`);
  return found;
}

type TableRow = Record<string, unknown>;

/** What a type shows the public, as rows of its own table. */
export async function publicRows(strapi: TestStrapi, type: ItemType): Promise<TableRow[]> {
  const { tableName } = strapi['db'].metadata.get(uidOf(type));
  const rows: TableRow[] = await strapi['db'].connection(tableName).select();
  if (draftedTypes.includes(type)) return rows.filter((row) => row['published_at'] !== null);
  return rows.filter((row) => !('visible' in row) || row['visible'] === true || row['visible'] === 1);
}

function contradictions(strapi: TestStrapi, key: string, form: TableRow, row: TableRow): string[] {
  const pairs: [string, unknown, unknown][] = key.startsWith('media/')
    ? [
        ['name', form['name'], row['name']],
        ['alt', form['alt'], row['alternative_text'] ?? undefined],
        ['sha256', form['sha256'], hashOf(strapi, String(row['url']))],
      ]
    : [
        ['title', form['title'] ?? form['name'], row['title'] ?? row['name']],
        ['slug', form['slug'], row['slug']],
        ['body', form['body'], row['body']],
      ];
  return pairs
    .filter(([, shown, stored]) => shown !== undefined && shown !== stored)
    .map(([field, shown, stored]) => `${key}.${field} is presented as ${shown}, stored as ${stored}`);
}

function hashOf(strapi: TestStrapi, url: string): string {
  const path = join(strapi['dirs'].static.public, url);
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
