/**
 * The text of a page of the old site ─► what it holds. Pure. Every character of the source is accounted for:
 * `spans` cover it without a gap, or the parser fails.
 */
import { isPictureLine, readBody } from './body.ts';
import { ForeignPage } from './decode.ts';
import { isFoot, readFoot } from './foot.ts';
import { isBreadcrumb, readBreadcrumb, readTitle } from './head.ts';
import { isMeta, readMeta } from './meta.ts';
import type { ParsedPage } from './page.ts';
import { Ledger, type Line, linesOf } from './source.ts';

/**
 * Reads a page.
 * @throws ForeignPage with a Chinese sentence where the text is not a page of the old site.
 */
export function parsePage(source: string): ParsedPage {
  const ledger = new Ledger();
  const lines = linesOf(source);
  const crumbAt = lines.findIndex(isBreadcrumb);
  const crumb = lines[crumbAt];
  if (crumb === undefined) throw new ForeignPage('找不到面包屑（「您所在的位置」那一行）');
  for (const line of lines.slice(0, crumbAt)) ledger.line(line, 'outside', '面包屑之前的内容');
  const path = readBreadcrumb(crumb, ledger);

  const metaAt = lines.findIndex((line, index) => index > crumbAt && isMeta(line));
  if (metaAt < 0) throw new ForeignPage('找不到标题下面的「来源」「发布时间」那一行');
  const headings = lines.slice(crumbAt + 1, metaAt);
  const titles = headings.filter((line) => !isHeading(line, path.channelPath));
  for (const line of headings) {
    if (isHeading(line, path.channelPath))
      ledger.line(line, 'label', isPictureLine(line) ? '装饰图片' : '栏目名');
  }
  const [titleLine, subtitleLine, ...early] = titles;
  if (titleLine === undefined) throw new ForeignPage('面包屑和「来源」之间没有标题');
  const title = readTitle(titleLine, ledger);
  if (subtitleLine !== undefined) ledger.line(subtitleLine, 'field', '副标题');

  const bodyAt = lines.findIndex((line, index) => index > metaAt && !isMeta(line));
  const afterMeta = bodyAt < 0 ? lines.length : bodyAt;
  const meta = readMeta(lines.slice(metaAt, afterMeta), ledger);
  const footAt = lines.findIndex((line, index) => index >= afterMeta && isFoot(line));
  const afterBody = footAt < 0 ? lines.length : footAt;
  const body = readBody([...early, ...lines.slice(afterMeta, afterBody)], ledger);
  if (!body.blocks.some(({ kind }) => kind === 'paragraph')) throw new ForeignPage('正文是空的');
  const foot = readFoot(lines.slice(afterBody), ledger);

  return {
    page: {
      ...path,
      ...title,
      ...(subtitleLine === undefined ? {} : { subtitle: subtitleLine.text }),
      ...meta,
      ...body,
      ...foot,
    },
    spans: ledger.settle(source),
  };
}

/** Names of the channels, which the old site repeats as headings, and pictures that decorate them. */
function isHeading(line: Line, channelPath: readonly string[]): boolean {
  return channelPath.includes(line.text) || isPictureLine(line);
}
