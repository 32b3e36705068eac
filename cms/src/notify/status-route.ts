/** `GET /xinglin/notify`: what each target was told, behind the admin's own session. */
import type { Core } from '@strapi/strapi';
import { readHead } from '../publication/head.ts';
import type { HttpContext } from '../publication/http.ts';
import { readRow } from './table.ts';
import type { Target } from './target.ts';

/** One target as the admin sees it. Moments are ISO 8601 in UTC. */
export interface NotifyStatus {
  target: string;
  /** The revision that it accepted last; 0 where it was never told. */
  told: number;
  toldAt: string | undefined;
  /** How far the log is ahead of it. */
  behind: number;
  /** Attempts in a row that failed. */
  failures: number;
  lastProblem: string | undefined;
  lastFailureAt: string | undefined;
  /** When it is tried again; only while something failed. */
  nextTry: string | undefined;
}

export function addNotifyRoute(strapi: Core.Strapi, targets: readonly Target[]): void {
  const handler = async (context: HttpContext) => {
    context.body = await readNotifyStatus(strapi, targets);
  };
  strapi.server.routes({
    type: 'admin',
    prefix: '/xinglin',
    routes: [
      {
        method: 'GET',
        path: '/notify',
        handler: handler as never,
        info: { type: 'admin' } as never,
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  });
}

async function readNotifyStatus(
  strapi: Core.Strapi,
  targets: readonly Target[],
): Promise<{ revision: number; targets: NotifyStatus[] }> {
  const { connection } = strapi.db;
  const { revision } = await readHead(connection);
  const found: NotifyStatus[] = [];
  for (const { key, label } of targets) {
    const row = await readRow(connection, key);
    found.push({
      target: label,
      told: row.told,
      toldAt: row.toldAt,
      behind: Math.max(0, revision - row.told),
      failures: row.failures,
      lastProblem: row.problem,
      lastFailureAt: row.failedAt,
      nextTry: row.failures > 0 ? row.nextAt?.toISOString() : undefined,
    });
  }
  return { revision, targets: found };
}
