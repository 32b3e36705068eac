/** What a release proves to the CMS, in parts that a request can carry. Pure. */
import type { Item, ItemType } from '@xinglin/shared/content/item.js';
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import { parseItemPath } from '@xinglin/shared/paths.js';
import type { ReceiptItem, ReceiptProblem, Receipts } from '@xinglin/shared/receipts.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

const itemsPerPart = 500;
const problemsTold = 200;

/** The item whose own page stands at a path. */
export function itemAt(snapshot: Snapshot, path: string): Item | undefined {
  const named = parseItemPath(path);
  return named && snapshot.bySlug(named.type, named.slug);
}

/**
 * Cuts receipts into parts that a request can carry. A release that proves no item still has one: what it does not
 * name as a problem is solved.
 */
export function inParts(
  head: Pick<Receipts, 'release' | 'at' | 'revision' | 'pinned'>,
  items: readonly ReceiptItem[],
  problems: readonly ReceiptProblem[],
): Receipts[] {
  const told = problems.slice(0, problemsTold);
  const parts: Receipts[] = [];
  for (let start = 0; start < items.length; start += itemsPerPart) {
    parts.push({ ...head, items: items.slice(start, start + itemsPerPart), problems: told });
  }
  return parts.length === 0 ? [{ ...head, items: [], problems: told }] : parts;
}

/** A quarantined item in the office's words. */
export function quarantineProblem({ type, id, problems }: QuarantinedItem): ReceiptProblem {
  const problem = `这一版没有上线，网站上仍是上一版：不符合内容约定（${problems.join('；')}）`;
  return { type: type as ItemType, id, level: 'problem', problem: problem.slice(0, 1_000) };
}
