/**
 * The brakes (law 5): an empty or shrunken feed means stop and say so, never delete. Pure decisions over
 * counts; each answers with the fact that stops the publisher, as a Chinese sentence, or undefined.
 */
import type { FeedHeader } from '@xinglin/shared/feed.js';
import { BrakeFault } from './faults.ts';

/** How a person who has read the fact goes on. */
export const overrideFlag = '--allow-mass-deletion';

/** Fewer than this many gone is an office at work, not an accident. */
const fewGone = 20;

/** What to throw where a brake holds. */
export function stop(fact: string): BrakeFault {
  return new BrakeFault(
    `${fact}网站没有改动。确认无误后，用 pnpm publish-site ${overrideFlag} 继续。`,
    '刹车已拉住：网站照旧，什么也没有删除。',
  );
}

/** What the log and the release keep where a person went on. */
export function overridden(fact: string): string {
  return `用 ${overrideFlag} 放行：${fact}`;
}

/** Where the snapshot stands. */
export interface Cursor {
  epoch: string;
  revision: number;
}

/** A feed must continue the history that the snapshot follows. */
export function historyBrake(cursor: Cursor, header: FeedHeader): string | undefined {
  if (cursor.epoch === '') return undefined;
  if (header.epoch !== cursor.epoch) {
    return `内容库换了（原来是 ${cursor.epoch}，现在是 ${header.epoch}）：可能接错了管理后台，或数据库被重建、被还原。网站停在修订 ${cursor.revision}。`;
  }
  if (header.revision < cursor.revision) {
    return `内容库的修订号倒退了（网站已到 ${cursor.revision}，内容库只到 ${header.revision}）：数据库可能被还原成旧备份。`;
  }
  return undefined;
}

/** A full feed of nothing, where something stands: never an office at work, which leaves tombstones. */
export function emptyBrake(before: number, rows: number): string | undefined {
  if (rows > 0 || before === 0) return undefined;
  return `内容库给出了一份空的完整清单，而网站原有 ${before} 条内容。`;
}

/** The number of items before and after a feed. */
export function shrinkBrake(before: number, after: number): string | undefined {
  const gone = before - after;
  if (gone <= fewGone || after >= before * 0.5) return undefined;
  return `内容从 ${before} 条减到 ${after} 条，一次少了 ${gone} 条（超过一半）。`;
}

/** Pages that a release takes away. */
export interface Vanishing {
  pagesBefore: number;
  vanished: readonly string[];
  /** Those that the office's own acts explain (`explained.ts`). */
  explained: ReadonlySet<string>;
}

/** More than these may not vanish without a tombstone to match (issue 3, point 6). */
const vanishedShare = 0.1;
const vanishedPages = 50;

/** Whether the pages that vanish are more than the office took down. A site without any page always stops. */
export function vanishBrake({ pagesBefore, vanished, explained }: Vanishing): string | undefined {
  if (vanished.length === 0) return undefined;
  if (vanished.length >= pagesBefore) return `这次发布会让全部 ${pagesBefore} 个页面消失。`;
  const lost = vanished.filter((path) => !explained.has(path));
  if (lost.length <= vanishedPages && lost.length <= Math.max(1, pagesBefore * vanishedShare))
    return undefined;
  const some = lost.slice(0, 3).join('、');
  return `这次发布会让 ${pagesBefore} 个页面中的 ${lost.length} 个消失（如 ${some}），而没有相应的撤下记录。`;
}

/**
 * Pages that could not be made, of those tried: many at once means broken templates, not bad items. A few are bad
 * items even where nothing else was tried, as when only they are left over; not where the whole plan was.
 */
export function failureBrake(failed: number, tried: number, planned: number): string | undefined {
  if (failed <= fewGone && failed < planned) return undefined;
  if (failed === 0 || failed <= tried * 0.05) return undefined;
  return `${tried} 个要生成的页面中有 ${failed} 个生成失败，多半是网站模板有问题。网站没有改动。`;
}
