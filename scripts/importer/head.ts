/** The head of a page: breadcrumb, names of the channels, series, title. */
import { ForeignPage } from './decode.ts';
import type { ImportedPage } from './page.ts';
import type { Ledger, Line } from './source.ts';

const breadcrumbLabel = /^(?:您所在的位置|您的位置|您现在的位置|当前位置|所在位置)\s*[:：]?/;
const separator = />+|»|›|＞+/;

export const isBreadcrumb = ({ text }: Line) => breadcrumbLabel.test(text);

/**
 * Reads the breadcrumb's steps.
 * @throws ForeignPage where it does not lead through at least one channel.
 */
export function readBreadcrumb(line: Line, ledger: Ledger): Pick<ImportedPage, 'breadcrumb' | 'channelPath'> {
  const label = breadcrumbLabel.exec(line.text)?.[0] ?? '';
  ledger.mark(line.start, label, 'label', '面包屑前缀');
  const breadcrumb: string[] = [];
  let rest = line.text.slice(label.length);
  while (rest !== '') {
    const at = line.start + line.text.length - rest.length;
    const mark = separator.exec(rest);
    const raw = mark === null ? rest : rest.slice(0, mark.index);
    const step = raw.trim();
    const isChannel = step !== '' && breadcrumb.length > 0 && step !== '正文';
    ledger.mark(
      at + raw.indexOf(step),
      step,
      isChannel ? 'field' : 'label',
      isChannel ? '栏目' : '面包屑首尾',
    );
    ledger.mark(at + raw.length, mark?.[0] ?? '', 'label', '面包屑分隔符');
    if (step !== '') breadcrumb.push(step);
    rest = rest.slice(raw.length + (mark?.[0].length ?? 0));
  }
  const channelPath = breadcrumb.slice(1).filter((step) => step !== '正文');
  if (channelPath.length === 0) throw new ForeignPage(`面包屑「${line.text}」里没有栏目`);
  return { breadcrumb, channelPath };
}

const seriesMark = /^【([^【】]+)】\s*/;

/** Splits 【系列】 off a title. */
export function readTitle(line: Line, ledger: Ledger): Pick<ImportedPage, 'series' | 'title'> {
  const found = seriesMark.exec(line.text);
  const title = line.text.slice(found?.[0].length ?? 0);
  if (title === '') throw new ForeignPage(`标题行「${line.text}」只有系列名，没有标题`);
  ledger.mark(line.start + line.text.length - title.length, title, 'field', '标题');
  if (found?.[1] === undefined) return { title };
  ledger.mark(line.start, '【', 'label', '系列名的括号');
  ledger.mark(line.start + 1, found[1], 'field', '系列');
  ledger.mark(line.start + 1 + found[1].length, '】', 'label', '系列名的括号');
  return { title, series: found[1].trim() };
}
