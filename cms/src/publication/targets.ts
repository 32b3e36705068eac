/** Where a redirect may lead: a page of this site that stands now, as the office types or pastes it. */
import { type ItemType, itemType } from '@xinglin/shared/content/item.js';
import {
  homePath,
  indexPath,
  itemPath,
  type PagedType,
  parseItemPath,
  type SectionType,
  sections,
} from '@xinglin/shared/paths.js';
import { typeNameOf } from './labels.ts';
import { presenters } from './presenters/registry.ts';
import type { Publication } from './publication.ts';
import type { Connection } from './tables.ts';
import type { Target } from './tombstone.ts';

/** Types whose documents have a page of their own. */
export function isPagedType(type: ItemType): type is PagedType {
  return type === 'channel' || type in sections;
}

export type Resolved = { target: Target } | { problem: string };

/** Finds what `typed` leads to, for the document that is to go. Runs in its transaction. */
export async function resolveTarget(
  trx: Connection,
  siteUrl: string,
  leaving: { type: PagedType; id: string },
  typed: string,
): Promise<Resolved> {
  const path = sitePathOf(siteUrl, typed.trim());
  if (path === undefined) {
    return {
      problem: `“${typed.trim()}”不是本站的页面：请填写以 / 开头的站内网址（例如 /news/xin-wen/），或粘贴本站页面的完整网址。`,
    };
  }
  if (path === homePath) return { target: { path } };
  const list = (Object.keys(sections) as SectionType[]).find((type) => indexPath(type) === path);
  if (list !== undefined) {
    const some = await trx('xinglin_presented').where({ type: list, state: 'live' }).first('document_id');
    return some === undefined ? { problem: notThere(path) } : { target: { path } };
  }
  const named = parseItemPath(path);
  if (named === undefined || itemPath(named.type, named.slug) !== path) return { problem: notThere(path) };
  const document = await standingAt(trx, named);
  if (document === undefined) return { problem: notThere(path) };
  if (document.type === leaving.type && document.id === leaving.id) {
    return { problem: `“${path}”就是这一页自己的网址，不能转到自己，请另选一页。` };
  }
  return { target: { path: itemPath(document.type, document.slug), document } };
}

function notThere(path: string): string {
  return `网站上现在没有“${path}”这一页，不能转过去。请选一个已上线的页面。`;
}

/** The path of an address on this site, with the closing slash that every page has. */
function sitePathOf(siteUrl: string, typed: string): string | undefined {
  const path = typed.startsWith(`${siteUrl}/`) ? typed.slice(siteUrl.length) : typed;
  if (!/^\/(?!\/)[^\s?#]*$/.test(path)) return undefined;
  return path.endsWith('/') ? path : `${path}/`;
}

interface Standing {
  type: PagedType;
  id: string;
  slug: string;
}

/** The live document at an address; else the one that stood there last and is live elsewhere. */
async function standingAt(
  trx: Connection,
  { type, slug }: { type: PagedType; slug: string },
): Promise<Standing | undefined> {
  const there = (await trx('xinglin_presented').where({ type, slug, state: 'live' }).first('document_id')) as
    | { document_id: string }
    | undefined;
  if (there !== undefined) return { type, id: there.document_id, slug };
  const moved = (await trx('xinglin_address as address')
    .join('xinglin_presented as presented', (join) =>
      join.on('presented.type', 'address.type').andOn('presented.document_id', 'address.document_id'),
    )
    .where({ 'address.type': type, 'address.slug': slug, 'presented.state': 'live' })
    .orderBy('address.revision', 'desc')
    .first('presented.document_id as id', 'presented.slug as slug')) as Omit<Standing, 'type'> | undefined;
  return moved && { type, id: moved.id, slug: moved.slug };
}

/** A page that the office may choose, as it is shown. */
export interface Choice {
  typeName: string;
  title: string;
  path: string;
}

const choices = 8;

/** Live pages whose title holds the words, the latest first. */
export async function findTargets(publication: Publication, words: string): Promise<Choice[]> {
  const sought = words.trim();
  if (sought === '') return [];
  const { strapi } = publication;
  const pattern = `%${sought.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = (await strapi.db
    .connection('xinglin_presented')
    .where({ state: 'live' })
    .whereNotNull('slug')
    .whereRaw("title LIKE ? ESCAPE '\\'", [pattern])
    .orderBy('revision', 'desc')
    .limit(choices)
    .select('type', 'slug', 'title')) as { type: string; slug: string; title: string }[];
  return rows.flatMap(({ type, slug, title }) => {
    const known = itemType.safeParse(type);
    if (!known.success || !isPagedType(known.data)) return [];
    const { uid } = presenters[known.data];
    return [{ typeName: typeNameOf(strapi, uid), title, path: itemPath(known.data, slug) }];
  });
}
