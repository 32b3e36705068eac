/** What a release proves to the CMS, and which paths its tombstones leave behind. Pure. */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { Change, Put, QuarantinedItem } from '@xinglin/shared/feed.js';
import { isPaged, itemPath, type PagedType, parseItemPath, sections } from '@xinglin/shared/paths.js';
import type { ReceiptItem, ReceiptProblem, Receipts } from '@xinglin/shared/receipts.js';
import type { Snapshot, WritableSnapshot } from '@xinglin/shared/snapshot.js';
import type { GonePath } from './ports.ts';

const itemsPerPart = 500;
const problemsTold = 200;

/** What became of a pass's pages. */
export interface Became {
  changes: readonly Change[];
  /** Paths written or removed. */
  changed: readonly string[];
  /** Paths that could not be made: their items get no receipt, because their last good form is live. */
  failed: ReadonlySet<string>;
  planned: ReadonlySet<string>;
}

/** A receipt for every item whose revision was taken up or whose own page changed, each once. */
export function receiptItems(snapshot: WritableSnapshot, became: Became): ReceiptItem[] {
  const receipts = new Map<string, ReceiptItem>();
  const keep = (receipt: ReceiptItem) => receipts.set(`${receipt.type} ${receipt.id}`, receipt);
  const url = snapshot.site()?.url;
  const live = (put: Put) => {
    const path = isPaged(put.item) ? itemPath(put.item.type, put.item.slug) : undefined;
    if (path !== undefined && became.failed.has(path)) return;
    const { type, id } = put.item;
    const shown = path !== undefined && became.planned.has(path) ? path : undefined;
    keep({
      type,
      id,
      revision: put.revision,
      digest: put.digest,
      ...(shown === undefined ? {} : { path: shown }),
      ...(shown === undefined || url === undefined ? {} : { url: url + shown }),
    });
  };
  for (const change of became.changes) {
    if (change.kind === 'put') live(change);
    else keep({ type: change.type, id: change.id, revision: change.revision });
  }
  for (const path of became.changed) {
    const item = itemAt(snapshot, path);
    const put = item && snapshot.putOf(item.type, item.id);
    if (put !== undefined) live(put);
  }
  return [...receipts.values()];
}

/** The item whose own page stands at a path. */
export function itemAt(snapshot: Snapshot, path: string): Item | undefined {
  const named = parseItemPath(path);
  return named && snapshot.bySlug(named.type, named.slug);
}

/** Cuts receipts into parts that a request can carry; nothing to tell means no part. */
export function inParts(
  head: Pick<Receipts, 'release' | 'at' | 'revision'>,
  items: readonly ReceiptItem[],
  problems: readonly ReceiptProblem[],
): Receipts[] {
  const told = problems.slice(0, problemsTold);
  const parts: Receipts[] = [];
  for (let start = 0; start < items.length; start += itemsPerPart) {
    parts.push({ ...head, items: items.slice(start, start + itemsPerPart), problems: told });
  }
  return parts.length === 0 && told.length > 0 ? [{ ...head, items: [], problems: told }] : parts;
}

/** A quarantined item in the office's words. */
export function quarantineProblem({ type, id, problems }: QuarantinedItem): ReceiptProblem {
  const problem = `这一版没有上线，网站上仍是上一版：不符合内容约定（${problems.join('；')}）`;
  return { type: type as ItemType, id, level: 'problem', problem: problem.slice(0, 1_000) };
}

/** Paths of items that are gone, unless another item stands there now. */
export function gonePaths(snapshot: Snapshot, planned: ReadonlySet<string>): GonePath[] {
  return snapshot.tombstones().flatMap(({ type, slug, reason, redirectTo }) => {
    if (slug === undefined || !(type === 'channel' || type in sections)) return [];
    const path = itemPath(type as PagedType, slug);
    return planned.has(path) ? [] : [{ path, redirectTo: reason === 'redirect' ? redirectTo : undefined }];
  });
}
