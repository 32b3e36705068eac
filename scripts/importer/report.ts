/** What was found and where it went, for the office. Pure. */
import { missingPictures } from '@xinglin/shared/checks/pictures.js';
import type { DraftTexts, PunctuationProposal } from './draft.ts';
import { fieldLabels } from './draft.ts';
import type { Hub, Hubs } from './hubs.ts';
import type { Span } from './page.ts';
import type { ReadPage } from './read.ts';

const typeNames = {
  campus: '院区',
  channel: '栏目',
  department: '科室',
  series: '系列',
  tag: '标签',
} as const;

/** The parts of the page, and where each went. */
export function describePage({ page, encoding, html }: ReadPage): string[] {
  const paragraphs = page.blocks.filter(({ kind }) => kind === 'paragraph').length;
  const pictures = page.blocks.length - paragraphs;
  return [
    `文件      ${html === undefined ? '纯文本' : 'HTML'}，${encoding} 编码`,
    `面包屑    ${page.breadcrumb.join(' > ')}`,
    `入口      ${page.channelPath[0] ?? ''}`,
    `栏目      ${page.channelPath.join(' > ')}（主栏目：${page.channelPath.at(-1) ?? ''}）`,
    `系列      ${page.series === undefined ? '（原页没有）' : `【${page.series}】`}`,
    `标题      ${page.title}`,
    ...(page.subtitle === undefined ? [] : [`副标题    ${page.subtitle}`]),
    `来源      ${page.sources.join('、')}`,
    `发布时间  ${page.publishedOn}${page.publishedTime === undefined ? '' : ` ${page.publishedTime}`}`,
    `浏览次数  ${page.views === undefined ? '原页为空，不填（迁移前浏览次数留空）' : `${page.views}（存为迁移前浏览次数）`}`,
    `编者按    ${page.editorNote === undefined ? '（原页没有）' : `${page.editorNote.length} 字`}`,
    `正文      ${paragraphs} 段${pictures === 0 ? '，没有图片' : `，${pictures} 处图片位置`}`,
    `署名      ${page.byline ?? '（原页没有）'}`,
    `标签      ${page.tags.length === 0 ? '原页为空，页面上不显示' : page.tags.join('、')}`,
    `相关栏    ${page.relatedTabs.length === 0 ? '（原页没有）' : `${page.relatedTabs.join('、')}：原页只有栏名，由新站按关联关系生成`}`,
  ];
}

/** Pictures that the office has to fill in, by name and position. */
export function describePictures(body: string): string[] {
  const missing = missingPictures(body);
  if (missing.length === 0) return ['正文没有缺图。'];
  return [
    `${missing.length} 张图片只有位置、没有文件，已在正文中留好位置，读者不会看到空框：`,
    ...missing.map(({ name, line, after }, index) => {
      const place = after === '' ? '正文最前' : `「${after}」之后`;
      return `  ${index + 1}. ${name}  正文第 ${line} 行，${place}`;
    }),
  ];
}

/** What was found in the CMS, what was made, and what the office should complete. */
export function describeHubs(hubs: Hubs): string[] {
  const all = [
    ...hubs.channels,
    ...hubs.sources.flatMap(({ hub }) => (hub === undefined ? [] : [hub])),
    ...(hubs.series === undefined ? [] : [hubs.series]),
    ...hubs.tags,
  ];
  const outside = hubs.sources.filter(({ hub }) => hub === undefined);
  return [
    ...all.map(describeHub),
    ...outside.map(({ label }) => `外部单位  ${label}：直接写在来源里，请补充网址`),
  ];
}

function describeHub({ type, name, state, foundAs, todo }: Hub): string {
  const found = foundAs === undefined ? '' : `（内容库里叫「${foundAs}」）`;
  return `${typeNames[type].padEnd(2, '　')}  ${state}  ${name}${found}${todo === undefined ? '' : `：${todo}`}`;
}

/** The count of characters by where they went; what was left out is shown in full. */
export function describeCoverage({ text, spans, html }: ReadPage): string[] {
  const count = (kind: Span['kind']) =>
    spans.filter((span) => span.kind === kind).reduce((sum, { start, end }) => sum + end - start, 0);
  const outside = spans.filter(({ kind }) => kind === 'outside');
  const indents = spans.filter(({ to }) => to === '换行和段首缩进').length;
  return [
    `全文 ${text.length} 字符：取用 ${count('field')}，固定栏名和符号 ${count('label')}，换行与缩进 ${count('layout')}（其中段首缩进 ${indents} 处，由版式代替），未取用 ${count('outside')}；合计相符，无遗漏。`,
    ...outside.map(({ start, end, to }) => `  未取用（${to}）：${text.slice(start, end)}`),
    ...(html?.lost ?? []).map((note) => `  未带入：${note}`),
  ];
}

/** Each line of the source and where its parts went. */
export function describeLines({ text, spans }: ReadPage): string[] {
  let line = 1;
  let at = 0;
  const rows = new Map<number, string[]>();
  for (const { start, end, kind, to } of spans) {
    line += text.slice(at, start).split('\n').length - 1;
    at = start;
    if (kind === 'layout') continue;
    rows.set(line, [...(rows.get(line) ?? []), `${to}（${end - start}）`]);
  }
  return [...rows].map(([number, parts]) => `  第 ${String(number).padStart(3)} 行  ${parts.join(' ')}`);
}

/** How many marks would change in which field. */
export function describePunctuation(proposals: readonly PunctuationProposal[], applied: boolean): string[] {
  if (proposals.length === 0) return ['没有需要恢复的全角标点。'];
  const edits = proposals.flatMap((proposal) => proposal.edits);
  const marks = new Map<string, number>();
  for (const { from, to } of edits) marks.set(`${from} → ${to}`, (marks.get(`${from} → ${to}`) ?? 0) + 1);
  return [
    `${applied ? '已恢复' : '建议恢复'} ${edits.length} 处：${[...marks].map(([mark, number]) => `${mark} ${number} 处`).join('，')}`,
    ...proposals.map(({ field, edits: own }) => `  ${fieldLabels[field]} ${own.length} 处`),
    ...(applied
      ? []
      : ['草稿保留原页的标点。加 --punctuation show 看逐处对照，加 --punctuation apply 采用。']),
  ];
}

/** Backslashes that keep Markdown from reading the page's marks as its own. */
export function describeEscapes({ escaped }: DraftTexts): string[] {
  return escaped === 0
    ? []
    : [`为防正文里的符号被当作 Markdown，加了 ${escaped} 个反斜杠；读者看到的文字不变。`];
}
