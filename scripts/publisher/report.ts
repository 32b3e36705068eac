/** What a person reads after a publish, and the exit code that scripts read. Pure. */
import type { QuarantinedItem } from '@xinglin/shared/feed.js';
import type { Preview } from './preview.ts';
import type { Published } from './publish.ts';
import type { Synced } from './sync.ts';
import type { Finding } from './verify/findings.ts';

export interface Report {
  text: string;
  exitCode: 0 | 1;
}

/** `waiting` counts receipts not delivered. */
export function publishedReport(
  synced: Synced,
  published: Published,
  quarantined: readonly QuarantinedItem[],
  waiting: number,
): Report {
  const { release, made } = published;
  return reportOf(
    [
      made
        ? `✓ 第 ${release.number} 次发布已上线（修订 ${release.revision}，${release.at}）`
        : '✓ 没有需要发布的改动',
      `  取得更新 ${synced.puts} 条，撤下 ${synced.tombstones} 条（修订 ${synced.from} → ${synced.revision}）`,
      countsText(published),
      ...(waiting === 0 ? [] : [`  ${waiting} 份回执还没有送到管理后台，下次会重送`]),
    ],
    [
      ...quarantined.map(
        ({ type, id, title, problems }) =>
          `${type} ${id}「${title}」没有采用，网站上仍是上一版：${problems.join('；')}`,
      ),
      ...published.pageFaults.map(({ problem }) => `${problem}（网站上仍是上一版）`),
      ...mediaTexts(published),
    ],
    warningsOf(published.findings),
  );
}

/** A whole site in a folder. */
export function writtenReport(folder: string, published: Published): Report {
  return reportOf(
    [`✓ 整站已写进 ${folder}（修订 ${published.release.revision}）`, countsText(published)],
    [...published.pageFaults.map(({ problem }) => `${problem}（没有写出）`), ...mediaTexts(published)],
    warningsOf(published.findings),
  );
}

/** What is live and wants a look. */
function warningsOf(findings: readonly Finding[]): string[] {
  return findings.filter(({ level }) => level === 'warning').map(({ text }) => text);
}

function countsText({ counts }: Published): string {
  return `  共 ${counts.pages} 页；生成 ${counts.rendered} 页，写入 ${counts.written} 个文件，删除 ${counts.removed} 个`;
}

function mediaTexts({ mediaProblems }: Published): string[] {
  return mediaProblems.map(({ id, name, problem }) => `媒体 ${id}「${name}」：${problem}`);
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
  ];
  return reportOf(lines, troubles);
}

/** Warnings told; of the others the report says how many. */
const told = 20;

function reportOf(
  lines: readonly string[],
  troubles: readonly string[],
  warnings: readonly string[] = [],
): Report {
  const named = troubles.map((text) => `  · ${text}`);
  const some = warnings.slice(0, told).map((text) => `  · ${text}`);
  const more = warnings.length > told ? [`  …… 还有 ${warnings.length - told} 处，管理后台里都有`] : [];
  const all = [
    ...lines,
    ...(named.length === 0 ? [] : [`✗ 有 ${named.length} 处要处理：`, ...named]),
    ...(some.length === 0 ? [] : [`! 有 ${warnings.length} 处请看一看（其余照常上线）：`, ...some, ...more]),
  ];
  return { text: all.join('\n'), exitCode: named.length === 0 ? 0 : 1 };
}
