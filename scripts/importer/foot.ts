/** Under the body: 标签, and the tabs of related content. */
import type { ImportedPage } from './page.ts';
import type { Ledger, Line } from './source.ts';

const tagLabel = /^[•·●▪■\s]*标签\s*[:：]/;
const tabMark = /[|｜]/;
const tabName = /^相关(?:科室|医生|专家|文章|新闻|咨询|视频|疾病)$/;

const isTags = ({ text }: Line) => tagLabel.test(text);
const isTabs = ({ text }: Line) => text.split(tabMark).every((name) => tabName.test(name.trim()));

/** A line with which the foot begins. */
export const isFoot = (line: Line) => isTags(line) || isTabs(line);

/** Reads the foot; what follows the tabs is not part of the article. */
export function readFoot(lines: readonly Line[], ledger: Ledger): Pick<ImportedPage, 'tags' | 'relatedTabs'> {
  const tags: string[] = [];
  const relatedTabs: string[] = [];
  for (const line of lines) {
    if (isTags(line)) tags.push(...readTags(line, ledger));
    else if (isTabs(line)) relatedTabs.push(...readTabs(line, ledger));
    else ledger.line(line, 'outside', '相关栏之后的内容');
  }
  return { tags: [...new Set(tags)], relatedTabs };
}

function readTags(line: Line, ledger: Ledger): string[] {
  const label = tagLabel.exec(line.text)?.[0] ?? '';
  ledger.mark(line.start, label, 'label', '「标签」标签');
  const names: string[] = [];
  for (const { 0: part, index } of line.text.slice(label.length).matchAll(/[、，,;；|]|[^、，,;；|\s]+/g)) {
    const isMark = /^[、，,;；|]$/.test(part);
    ledger.mark(
      line.start + label.length + index,
      part,
      isMark ? 'label' : 'field',
      isMark ? '标签之间的分隔符' : '标签',
    );
    if (!isMark) names.push(part);
  }
  return names;
}

function readTabs(line: Line, ledger: Ledger): string[] {
  const names: string[] = [];
  for (const { 0: part, index } of line.text.matchAll(/[|｜]|[^|｜\s]+/g)) {
    ledger.mark(line.start + index, part, 'label', tabMark.test(part) ? '相关栏分隔符' : '相关栏名称');
    if (!tabMark.test(part)) names.push(part);
  }
  return names;
}
