/** What the edit view tells of a document: is it where readers can see it, and what stands in its place if not? */
import type { PublicationStatus, Trouble } from './answer.ts';
import type { PresentedRow } from './write.ts';

/** The rows that a status is made of. */
export interface StatusFacts {
  presented?: (Pick<PresentedRow, 'state' | 'digest' | 'form'> & { revision: number }) | undefined;
  receipt?: ReceiptRow | undefined;
  troubles?: readonly Trouble[];
  /** The release that a person pinned, while publishes queue. */
  pinned?: number | undefined;
  siteUrl: string;
}

export interface ReceiptRow {
  release: number;
  revision: number;
  digest: string | null;
  path: string | null;
  url: string | null;
  at: string;
  page_count: number | null;
  page_paths: string | null;
}

/** Pure. On the site, or off it, only on proof: a receipt for this very form or a later revision. */
export function statusOf({
  presented,
  receipt,
  troubles = [],
  pinned,
  siteUrl,
}: StatusFacts): PublicationStatus {
  const told = {
    ...(troubles.length === 0 ? {} : { troubles: [...troubles] }),
    ...(pinned === undefined ? {} : { pinned }),
  };
  if (presented === undefined) return { state: '草稿', ...told };
  const proof = receipt !== undefined && proves(receipt, presented) ? proofOf(receipt, siteUrl) : undefined;
  if (presented.state === 'tombstone') {
    const underway = proof === undefined ? { underway: true } : {};
    return { ...removalOf(presented.form), ...proof, ...underway, ...told };
  }
  if (proof === undefined || receipt === undefined) return { state: '发布中', ...told };
  return {
    state: '已上线',
    ...proof,
    ...(receipt.url ? { url: receipt.url } : {}),
    ...(receipt.path ? { path: receipt.path } : {}),
    ...(receipt.digest ? { digest: receipt.digest } : {}),
    ...told,
  };
}

function proves(receipt: ReceiptRow, presented: { revision: number; digest: string | null }): boolean {
  if (receipt.revision >= presented.revision) return true;
  return presented.digest !== null && receipt.digest === presented.digest;
}

function proofOf(receipt: ReceiptRow, siteUrl: string) {
  const { release, at, page_count: count, page_paths: paths } = receipt;
  if (count === null || paths === null) return { release, at };
  return { release, at, pages: { count, paths: JSON.parse(paths) as string[], siteUrl } };
}

/** What a tombstone says of itself. */
function removalOf(form: string): Pick<PublicationStatus, 'state' | 'explanation' | 'redirectTo'> {
  const { reason, explanation, redirectTo } = JSON.parse(form) as {
    reason: string;
    explanation?: string;
    redirectTo?: string;
  };
  if (reason === 'withdrawn') return { state: '撤稿', ...(explanation === undefined ? {} : { explanation }) };
  return { state: '已下线', ...(redirectTo === undefined ? {} : { redirectTo }) };
}
