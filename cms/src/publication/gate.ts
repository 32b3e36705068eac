/** The gate of law 8: nothing is published that was not approved in exactly that form. Pure. */
import type { ItemType } from '@xinglin/shared/content/item.js';

export interface Approval {
  /** Which form was approved. */
  digest: string;
  /** By whom or under which standing approval; one name counts once. */
  name: string;
}

/** How many different approvals a type needs. Types not named need none. */
export type ApprovalSteps = Partial<Record<ItemType, number>>;

/** Reviews do not exist yet: publishing is the editor's own decision for every type. */
export const approvalSteps: ApprovalSteps = {};

/** Whether a form may replace what is live. */
export function mayPresent(
  type: ItemType,
  digest: string,
  approvals: readonly Approval[],
  steps: ApprovalSteps,
): boolean {
  const names = new Set(approvals.filter((approval) => approval.digest === digest).map(({ name }) => name));
  return names.size >= (steps[type] ?? 0);
}
