/** What stands in an item's way to the site, or wants a look there, told to the office by name. Pure. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import { type ReceiptProblem, receiptProblem } from '@xinglin/shared/receipts.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';
import type { PageFault } from './look.ts';
import { itemAt, quarantineProblem } from './receipts.ts';
import type { Finding } from './verify/findings.ts';

/** All that stands now; a list's trouble, which is no item's own, goes to the site settings. */
export function problemsOf(
  snapshot: Snapshot,
  pageFaults: readonly PageFault[],
  findings: Iterable<Finding>,
  quarantined: readonly QuarantinedItem[],
): ReceiptProblem[] {
  const pages = pageFaults.flatMap(({ path, problem }) => {
    const owner = itemAt(snapshot, path) ?? snapshot.site();
    return owner === undefined
      ? []
      : [{ type: owner.type, id: owner.id, level: 'problem' as const, problem }];
  });
  const looks = [...findings].flatMap(({ path, item, level, text }) => {
    const owner = item ?? itemAt(snapshot, path) ?? snapshot.site();
    return owner === undefined
      ? []
      : [{ type: owner.type, id: owner.id, level, problem: text.slice(0, 1_000) }];
  });
  const told = [...quarantined.map(quarantineProblem), ...pages, ...looks];
  // An item quarantined for its very id cannot be told under it; the command and the log name it all the same.
  return told.filter((problem) => receiptProblem.safeParse(problem).success);
}
