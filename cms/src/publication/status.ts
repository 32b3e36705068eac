/** What the edit view tells of a document: is it where readers can see it? */
import type { ItemType } from '@xinglin/shared/content/item.js';
import type { Publication } from './publication.ts';

export interface Status {
  state: '草稿' | '发布中' | '已上线' | '已下线';
  url?: string;
  path?: string;
  release?: number;
  /** When the release was live, ISO 8601 in UTC. */
  at?: string;
  problem?: string;
}

/** The rows that a status is made of. */
export interface StatusFacts {
  presented?: { state: 'live' | 'tombstone'; revision: number; digest: string | null } | undefined;
  receipt?:
    | {
        release: number;
        revision: number;
        digest: string | null;
        path: string | null;
        url: string | null;
        at: string;
      }
    | undefined;
  problem?: string | undefined;
}

/** Pure. Online only on proof: a receipt for this very form. */
export function statusOf({ presented, receipt, problem }: StatusFacts): Status {
  const told = problem === undefined ? {} : { problem };
  if (presented === undefined) return { state: '草稿', ...told };
  const proof =
    receipt !== undefined && (receipt.revision >= presented.revision || receipt.digest === presented.digest)
      ? { release: receipt.release, at: receipt.at }
      : undefined;
  if (presented.state === 'tombstone') return { state: '已下线', ...proof, ...told };
  if (proof === undefined) return { state: '发布中', ...told };
  return {
    state: '已上线',
    ...proof,
    ...(receipt?.url ? { url: receipt.url } : {}),
    ...(receipt?.path ? { path: receipt.path } : {}),
    ...told,
  };
}

/** Reads the facts and says the status. */
export async function readStatus(publication: Publication, type: ItemType, id: string): Promise<Status> {
  const { connection } = publication.strapi.db;
  const where = { type, document_id: id };
  const presented = await connection('xinglin_presented').where(where).first('state', 'revision', 'digest');
  const receipt = await connection('xinglin_receipt')
    .where(where)
    .first('release', 'revision', 'digest', 'path', 'url', 'at');
  const quarantined = await connection('xinglin_quarantine').where(where).first('problem');
  const reported = await connection('xinglin_receipt_problem').where(where).first('problem');
  return statusOf({
    presented: presented as StatusFacts['presented'],
    receipt: receipt as StatusFacts['receipt'],
    problem: (quarantined ?? reported)?.problem,
  });
}
