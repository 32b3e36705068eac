/** What a person reads after an audit. Pure. */
import type { AuditFault } from './audit.ts';

/** Faults told in full; of the others the report says how many. */
const told = 50;

/** One line a fault, with the place where the bytes begin to differ. */
export function faultLines(faults: readonly AuditFault[]): string[] {
  const lines = faults
    .slice(0, told)
    .flatMap(({ path, problem, difference }) => [
      `  ✗ ${path} ${problem}`,
      ...(difference === undefined
        ? []
        : [
            `      第 ${difference.offset + 1} 字节（第 ${difference.line} 行）开始不同`,
            `      线上：${difference.live}`,
            `      应是：${difference.clean}`,
            `      校验值：线上 ${difference.liveDigest}，应是 ${difference.cleanDigest}`,
          ]),
    ]);
  const more = faults.length - told;
  return more > 0 ? [...lines, `  …… 还有 ${more} 处，用 --json 看全部`] : lines;
}
