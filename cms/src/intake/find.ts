/** Which department, campus, channel, series or tag goes by a name: an import asks before it makes a new one. */
import type { Core } from '@strapi/strapi';
import type { IntakeFindQuery, IntakeMatch } from '@xinglin/shared/intake.js';

interface Named {
  documentId: string;
  name: string;
  slug: string | null;
  shortName?: string | null;
  aliases?: string | null;
  formerNames?: string | null;
  parent?: { documentId: string } | null;
}

/** Matches by name first, then by short name, alias and former name; names are compared exactly. */
export async function find(strapi: Core.Strapi, query: IntakeFindQuery): Promise<IntakeMatch[]> {
  const rows = (await strapi.db.query(`api::${query.type}.${query.type}` as never).findMany({
    ...(query.type === 'channel' ? { populate: { parent: { select: ['documentId'] } } } : {}),
    orderBy: { documentId: 'asc' },
  })) as Named[];
  const candidates = rows.filter((row) => query.parent === undefined || parentOf(row) === query.parent);
  const byName = candidates.filter((row) => row.name === query.name);
  const others = candidates.filter((row) => row.name !== query.name && otherNames(row).includes(query.name));
  return [...byName, ...others].map(({ documentId, name, slug }) => ({ documentId, name, slug }));
}

function parentOf(row: Named): string {
  return row.parent?.documentId ?? 'none';
}

/** Several names in one field are separated by 、 as the office writes them. */
function otherNames(row: Named): string[] {
  return [row.shortName, row.aliases, row.formerNames].flatMap((text) => (text ?? '').split(/[、，,;；\s]+/));
}
