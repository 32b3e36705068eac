/** The two machines that may speak to the CMS, and nobody else: the publisher and the intake. */
import type { Core } from '@strapi/strapi';
import { intakeActions } from '../intake/actions.ts';

/** A machine's way in: its name in the admin's token list, its key's variable, and all that it may do. */
export interface MachineToken {
  name: string;
  description: string;
  variable: string;
  actions: readonly string[];
}

export const machineTokens: readonly MachineToken[] = [
  {
    name: '发布程序',
    description: '由系统维护：只能读发布数据流、取媒体文件、交回上线回执。',
    variable: 'XINGLIN_PUBLISHER_TOKEN',
    actions: [
      'api::publication.feed.read',
      'api::publication.feed.wait',
      'api::publication.media.read',
      'api::publication.receipts.store',
    ],
  },
  {
    name: '内容导入',
    description: '由系统维护：只能送入文稿和媒体、按名称查找。',
    variable: 'XINGLIN_INTAKE_TOKEN',
    actions: Object.values(intakeActions),
  },
];

interface TokenRow {
  id: number;
  accessKey: string;
  type: string;
  permissions: { action: string }[];
}

interface TokenService {
  hash(key: string): string;
}

const tokensOf = (strapi: Core.Strapi) => strapi.db.query('admin::api-token');
const permissionsOf = (strapi: Core.Strapi) => strapi.db.query('admin::api-token-permission');

/**
 * Makes each machine's token what the environment and `machineTokens` say. Only the key's hash is stored: not
 * even an administrator can read it back. A variable that is not set takes the token away.
 * @throws Error where an action is not the CMS's: a token that cannot do its work would fail far from here.
 */
export async function ensureMachineTokens(strapi: Core.Strapi): Promise<void> {
  const known = new Set(strapi.contentAPI.permissions.providers.action.keys().map(String));
  for (const token of machineTokens) {
    const unknown = token.actions.filter((action) => !known.has(action));
    if (unknown.length > 0) {
      throw new Error(
        `The token of ${token.variable} names actions that no route has: ${unknown.join(', ')}.`,
      );
    }
    const key = process.env[token.variable];
    if (key === undefined || key === '') await remove(strapi, token);
    else await ensure(strapi, token, key);
  }
}

async function ensure(strapi: Core.Strapi, token: MachineToken, key: string): Promise<void> {
  const service = strapi.service('admin::api-token-content-api') as unknown as TokenService;
  const accessKey = service.hash(key);
  const found = (await tokensOf(strapi).findOne({
    where: { name: token.name },
    populate: ['permissions'],
  })) as TokenRow | null;
  if (found !== null && isExactly(found, token, accessKey)) return;
  if (found !== null) await remove(strapi, token);
  await strapi.db.transaction(async () => {
    const created = (await tokensOf(strapi).create({
      data: {
        name: token.name,
        description: token.description,
        kind: 'content-api',
        type: 'custom',
        accessKey,
        lifespan: null,
        expiresAt: null,
      },
    })) as TokenRow;
    for (const action of token.actions) {
      await permissionsOf(strapi).create({ data: { action, token: created.id } });
    }
  });
}

function isExactly(row: TokenRow, token: MachineToken, accessKey: string): boolean {
  const stored = row.permissions.map(({ action }) => action).sort();
  return (
    row.accessKey === accessKey &&
    row.type === 'custom' &&
    stored.join('\n') === [...token.actions].sort().join('\n')
  );
}

async function remove(strapi: Core.Strapi, token: MachineToken): Promise<void> {
  const rows = (await tokensOf(strapi).findMany({ where: { name: token.name } })) as TokenRow[];
  for (const { id } of rows) {
    await permissionsOf(strapi).deleteMany({ where: { token: { id } } });
    await tokensOf(strapi).delete({ where: { id } });
  }
}

/** Names and descriptions of the two tokens, one of them all-powerful, that Strapi makes at its first boot. */
const strapiDefaults = [
  { name: 'Read Only', description: { $startsWith: 'A default API token' } },
  { name: 'Full Access', description: { $startsWith: 'A default API token' } },
];

/** Deletes the tokens that Strapi makes by itself at the first boot. */
export async function deleteDefaultTokens(strapi: Core.Strapi): Promise<void> {
  await tokensOf(strapi).deleteMany({ where: { $or: strapiDefaults } });
}
