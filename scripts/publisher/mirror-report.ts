/** What a person reads of a mirror's run, and the exit code that scripts read. Pure. */
import type { Mirrored } from './mirror.ts';
import type { Report } from './report.ts';

const shown = 50;

/** A plan that nothing was done about. */
export function mirrorPlanReport(target: string, { plan, strangers }: Mirrored): Report {
  const lines = plan.passes.flatMap((pass, index) =>
    pass.map(({ path }) => `  第 ${index + 1} 批 → ${path}`),
  );
  const all = [...lines, ...plan.drop.map((path) => `  最后删除 ${path}`)];
  return {
    text: [
      `试运行：什么也没有写。会向 ${target} 送 ${lines.length} 项，删除 ${plan.drop.length} 项`,
      ...all.slice(0, shown),
      ...(all.length > shown ? [`  …… 还有 ${all.length - shown} 项`] : []),
      ...strangerLines(strangers),
    ].join('\n'),
    exitCode: 0,
  };
}

/** A run that ended well, or all but what a release changed meanwhile. */
export function mirroredReport(target: string, { plan, strangers, unsettled }: Mirrored): Report {
  const sent = plan.passes.flat().length;
  const same = sent + plan.drop.length === 0;
  return {
    text: [
      same
        ? `✓ ${target} 已经和线上一样`
        : `✓ 已同步到 ${target}：送 ${sent} 项，删除 ${plan.drop.length} 项`,
      ...strangerLines(strangers),
      ...(unsettled.length === 0
        ? []
        : [
            `✗ 有 ${unsettled.length} 项在同步时正好有新发布，还没有送到（例如 ${unsettled[0]}）：请再运行一次。`,
          ]),
    ].join('\n'),
    exitCode: unsettled.length === 0 ? 0 : 1,
  };
}

function strangerLines(strangers: readonly string[]): string[] {
  if (strangers.length === 0) return [];
  return [
    `  目标上有 ${strangers.length} 个文件不是本站放的，没有动（确认不要后可加 --remove-strangers）：`,
    ...strangers.slice(0, 5).map((file) => `    ${JSON.stringify(file)}`),
  ];
}
