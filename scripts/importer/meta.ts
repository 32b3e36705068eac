/** The line under the title: 来源, 发布时间, 浏览次数, 字号 … on one line or several. */
import { ForeignPage } from './decode.ts';
import type { ImportedPage } from './page.ts';
import type { Ledger, Line } from './source.ts';

const labels =
  /(来源|文章来源|信息来源|作者|撰文|文字|摄影|图片|责任编辑|编辑|发布时间|发布日期|浏览次数|点击次数|阅读次数|字号)\s*[:：]/g;

/** A line that begins with one of the labels under a title. */
export const isMeta = ({ text }: Line) =>
  /^(?:来源|文章来源|信息来源|作者|撰文|摄影|责任编辑|发布时间|发布日期|浏览次数|点击次数|阅读次数|字号)\s*[:：]/.test(
    text,
  );

type Meta = Pick<
  ImportedPage,
  'sources' | 'publishedOn' | 'publishedTime' | 'views' | 'writers' | 'photographers' | 'editors'
>;

/**
 * Reads the labelled values.
 * @throws ForeignPage where 来源 or a possible 发布时间 is missing: the new site cannot do without them.
 */
export function readMeta(lines: readonly Line[], ledger: Ledger): Meta {
  const meta: Partial<Meta> = {};
  for (const line of lines) {
    for (const { label, value, at } of labelled(line, ledger))
      Object.assign(meta, take(label, value, at, ledger));
  }
  const { sources, publishedOn } = meta;
  if (sources === undefined || sources.length === 0)
    throw new ForeignPage('标题下面没有「来源」，或来源是空的');
  if (publishedOn === undefined) throw new ForeignPage('标题下面没有「发布时间」，或时间是空的');
  return { ...meta, sources, publishedOn };
}

interface Labelled {
  label: string;
  value: string;
  at: number;
}

function labelled(line: Line, ledger: Ledger): Labelled[] {
  const found = [...line.text.matchAll(labels)];
  return found.map((match, index) => {
    const from = match.index + match[0].length;
    const raw = line.text.slice(from, found[index + 1]?.index);
    const value = raw.trim();
    ledger.mark(line.start + match.index, match[0].trimEnd(), 'label', `「${match[1]}」标签`);
    return { label: match[1] ?? '', value, at: line.start + from + raw.indexOf(value) };
  });
}

function take(label: string, value: string, at: number, ledger: Ledger): Partial<Meta> {
  const field = (to: string) => ledger.mark(at, value, 'field', to);
  if (value === '') return {};
  switch (label) {
    case '来源':
    case '文章来源':
    case '信息来源':
      return { sources: readSources(value, at, ledger) };
    case '发布时间':
    case '发布日期':
      field('发布时间');
      return readTime(value);
    case '作者':
    case '撰文':
    case '文字':
      field('撰文');
      return { writers: value };
    case '摄影':
    case '图片':
      field('摄影');
      return { photographers: value };
    case '责任编辑':
    case '编辑':
      field('责任编辑');
      return { editors: value };
    case '字号':
      ledger.mark(at, value, 'label', '字号按钮');
      return {};
    default:
      if (!/^\d+$/.test(value)) {
        ledger.mark(at, value, 'outside', `${label}（不是数字）`);
        return {};
      }
      field('迁移前浏览次数');
      return { views: Number(value) };
  }
}

/** Names between 、 commas and white space; the marks between them are drawn by the new site. */
function readSources(value: string, at: number, ledger: Ledger): string[] {
  const names: string[] = [];
  for (const { 0: part, index } of value.matchAll(/[、，,;；]|[^、，,;；\s]+/g)) {
    const isMark = /^[、，,;；]$/.test(part);
    ledger.mark(at + index, part, isMark ? 'label' : 'field', isMark ? '来源之间的分隔符' : '来源');
    if (!isMark && !names.includes(part)) names.push(part);
  }
  return names;
}

const time =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*[T ]?\s*(\d{1,2}):(\d{2})(?::\d{2})?)?$/;

function readTime(value: string): Pick<Meta, 'publishedOn' | 'publishedTime'> {
  const [, year = '', month = '', day = '', hour, minute] = time.exec(value) ?? [];
  const publishedOn = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${publishedOn}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== publishedOn) {
    throw new ForeignPage(`发布时间「${value}」不是一个日期`);
  }
  if (hour === undefined || minute === undefined) return { publishedOn };
  return { publishedOn, publishedTime: `${hour.padStart(2, '0')}:${minute}` };
}
