/** Counting what came of a seeding. */
import type { IntakeOutcome, IntakeResult } from '@xinglin/shared/intake.js';

export interface Tally {
  counts: Record<IntakeOutcome, number>;
  /** One sentence for each refused item. */
  problems: string[];
}

export function emptyTally(): Tally {
  return { counts: { created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 }, problems: [] };
}

export function addOutcome(tally: Tally, result: IntakeResult): void {
  tally.counts[result.outcome] += 1;
  if (result.outcome === 'refused') tally.problems.push(`${result.key}：${result.problem ?? '没有说明原因'}`);
}

const words: Record<IntakeOutcome, string> = {
  created: '新建',
  updated: '更新',
  unchanged: '未变',
  kept: '保留编辑部的修改',
  refused: '未放入',
};

/** `新建 240，未变 3` */
export function describeTally({ counts }: Tally): string {
  const parts = (Object.keys(words) as IntakeOutcome[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${words[outcome]} ${counts[outcome]}`);
  return parts.length === 0 ? '没有要放入的内容' : parts.join('，');
}
