/** An explanation as a person reads it. Pure. */
import { shanghaiTime } from '../shanghai.ts';
import { typeNames } from '../verify/texts.ts';
import type { Explanation, LastChange } from './explain.ts';
import type { Read } from './recording.ts';
import { actOf, kindNames } from './release-words.ts';

/** Documents named per way; of the others it says how many. */
const named = 8;

export function explanationLines(found: Explanation): string[] {
  const { path, why, route, live, lastChange, reads, questions, pinned } = found;
  return [
    `${path}`,
    `  ${why}`,
    ...(route === undefined
      ? []
      : [
          `  应答 ${route.status}${route.location === undefined ? '' : ` → ${route.location}`}，页面种类 ${route.kind}`,
        ]),
    ...(live === undefined ? ['  线上没有这个文件。'] : liveLines(live)),
    ...(pinned === undefined ? [] : [`  网站已固定在第 ${pinned} 次发布：新内容在排队，线上可能是旧的。`]),
    ...(lastChange === undefined ? [] : [`  最近一次改动：${changeText(lastChange)}`]),
    ...readLines(reads),
    ...(questions.length === 0 ? [] : [`  另外问过：${questions.map(({ what }) => what).join('；')}`]),
  ];
}

function liveLines({ file, matches, current }: NonNullable<Explanation['live']>): string[] {
  return [
    `  线上文件 ${file.size} 字节，校验值 ${file.object}`,
    ...(file.view === undefined ? [] : [`  视图校验值 ${file.view}`]),
    matches ? '  线上的字节和记录一致。' : '  ✗ 线上的字节和记录不一致：请运行 pnpm verify。',
    ...(current === false ? ['  内容已有更新，这一页还没有重新发布。'] : []),
  ];
}

function changeText({ release, at, kind, cause, removed }: LastChange): string {
  const when =
    at === undefined ? `第 ${release} 次发布（记录已清理）` : `${shanghaiTime(at)}，第 ${release} 次发布`;
  const what = removed ? '去掉了这个网址' : '写下了现在的内容';
  const why = cause === undefined ? sweeping(kind) : `，因为${actOf(cause)}`;
  return `${when}${what}${why}`;
}

/** What changes pages without a single act behind it. */
function sweeping(kind: LastChange['kind']): string {
  if (kind === undefined) return '';
  return kind === 'content' ? '（许多改动一起发布，或整站更新）' : `（${kindNames[kind]}）`;
}

/** Documents by type, the nearest first. */
function readLines(reads: readonly Read[]): string[] {
  const byType = new Map<string, Read[]>();
  for (const read of reads) byType.set(read.type, [...(byType.get(read.type) ?? []), read]);
  const lines = Array.from(byType, ([type, list]) => {
    const some = list.slice(0, named).map(({ title, ways }) => `「${title}」（${ways.join('、')}）`);
    const more = list.length > named ? ` 等 ${list.length} 条` : '';
    return `    ${typeNames[type as Read['type']]}：${some.join('，')}${more}`;
  });
  return lines.length === 0 ? [] : [`  由 ${reads.length} 条内容生成：`, ...lines];
}
