/**
 * The emergency lane: which changes never wait, neither for the pace of releases nor while a release is pinned
 * (law 6). Pure.
 */
import { type Delta, formsOf, type ItemChange, itemOf } from '@xinglin/shared/delta.js';

/** Categories of notices that somebody acts on today: whom a closed clinic concerns is on the way to it. */
const urgentCategories: ReadonlySet<string> = new Set(['停诊', '紧急公告']);

/**
 * Whether a change may not wait: every removal of what is live, and every notice that is or was of an urgent category. One that
 * was and no longer is corrects what readers act on.
 */
export function isUrgent(change: ItemChange): boolean {
  if (itemOf(change.after) === undefined) return itemOf(change.before) !== undefined;
  return formsOf(change).some((item) => item.type === 'notice' && urgentCategories.has(item.category));
}

/** The changes that may not wait, in their order. */
export function urgentIn(delta: Delta): Delta {
  return delta.filter(isUrgent);
}
