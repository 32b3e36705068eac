/** What a person reads after a publish, and the exit code that scripts read. Pure. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Preview } from './preview.ts';
import type { Published } from './publish.ts';
import type { Synced } from './sync.ts';

export interface Report {
  text: string;
  exitCode: 0 | 1;
}

/** `synced` is absent where the snapshot was taken as it is; `waiting` counts receipts not delivered. */
export function publishedReport(
  synced: Synced | undefined,
  { release, made, counts, pageFaults, mediaProblems }: Published,
  quarantined: readonly QuarantinedItem[],
  waiting: number,
): Report {
  const troubles = [
    ...quarantined.map(
      ({ type, id, title, problems }) =>
        `${type} ${id}「${title}」没有采用，网站上仍是上一版：${problems.join('；')}`,
    ),
    ...pageFaults.map(({ problem }) => `${problem}（网站上仍是上一版）`),
    ...mediaProblems.map(({ id, name, problem }) => `媒体 ${id}「${name}」：${problem}`),
  ];
  const lines = [
    made
      ? `✓ 第 ${release.number} 次发布已上线（修订 ${release.revision}，${release.at}）`
      : '✓ 没有需要发布的改动',
    ...(synced === undefined
      ? []
      : [
          `  取得更新 ${synced.puts} 条，撤下 ${synced.tombstones} 条（修订 ${synced.from} → ${synced.revision}）`,
        ]),
    `  共 ${counts.pages} 页；生成 ${counts.rendered} 页，写入 ${counts.written} 个文件，删除 ${counts.removed} 个`,
    ...(waiting === 0 ? [] : [`  ${waiting} 份回执还没有送到管理后台，下次会重送`]),
    ...troublesText(troubles),
  ];
  return { text: lines.join('\n'), exitCode: troubles.length === 0 ? 0 : 1 };
}

/** What would happen. */
export function previewReport({ synced, render, fresh, remove, pageFaults }: Preview): Report {
  const troubles = [
    ...synced.quarantined.map(
      ({ type, id, title, problems }) => `${type} ${id}「${title}」不会采用：${problems.join('；')}`,
    ),
    ...pageFaults.map(({ problem }) => problem),
  ];
  const lines = [
    '试运行：什么也没有写。',
    `  会取得更新 ${synced.puts} 条，撤下 ${synced.tombstones} 条（修订 ${synced.from} → ${synced.revision}）`,
    `  会新增 ${fresh.length} 页，重新生成 ${render.length} 页，删除 ${remove.length} 个文件`,
    ...[
      ...fresh.map((path) => `  + ${path}`),
      ...render.map((path) => `  ~ ${path}`),
      ...remove.map((path) => `  - ${path}`),
    ].slice(0, 50),
    ...troublesText(troubles),
  ];
  return { text: lines.join('\n'), exitCode: troubles.length === 0 ? 0 : 1 };
}

function troublesText(troubles: readonly string[]): string[] {
  return troubles.length === 0
    ? []
    : [`✗ 有 ${troubles.length} 处要处理：`, ...troubles.map((text) => `  · ${text}`)];
}
