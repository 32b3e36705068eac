/**
 * Bodies: what the office wrote in Markdown, as HTML that is safe to show, or as plain text. Pure: the same
 * text and the same answers about media and links give the same bytes, so a rendered body can be kept by digest.
 */
import { type BodyOptions, safeHtml } from './html.ts';
import type { BodyContext } from './links.ts';
import { stripTags } from './text.ts';

export type { BodyOptions } from './html.ts';

const unresolved = { media: () => undefined, link: () => undefined };

/**
 * A body as safe HTML. Its highest headings are `h2`, or `h3` with `base: 3`; `prefix` parts the heading ids
 * of several bodies on one page; `onTop` says that it begins on the reader's first screen.
 */
export function renderBody(
  markdown: string,
  context: BodyContext,
  { base = 2, prefix = 's', onTop = false }: Partial<BodyOptions> = {},
): string {
  return safeHtml(markdown, context, { base, prefix, onTop });
}

/** All words of a body, one line for each paragraph, heading, list item and table row. Pictures say nothing. */
export function plainText(markdown: string): string {
  return stripTags(renderBody(markdown, unresolved));
}

/**
 * The beginning of a body as one line of at most `max` characters (code points), headings and tables left
 * out. Ends at the end of a sentence where one lies in the last two fifths, otherwise with an ellipsis.
 */
export function excerpt(markdown: string, max: number): string {
  for (let length = 4 * max; ; length *= 2) {
    const beginning = beginningOf(markdown, length);
    const characters = Array.from(flowing(beginning));
    if (characters.length > max) return shortened(characters, max);
    if (beginning.length === markdown.length) return characters.join('');
  }
}

/**
 * As many whole blocks as hold so many characters, where what comes later cannot change how they read: no link
 * definition, no fence, no HTML block and no table's name reaches over a blank line. Otherwise all of it.
 */
function beginningOf(markdown: string, length: number): string {
  const end = markdown.indexOf('\n\n', length);
  return end < 0 || /^\s*(?:\[[^\]]*\]:|\**表)|```|~~~|<|\r/m.test(markdown)
    ? markdown
    : markdown.slice(0, end);
}

/** All words of the paragraphs and lists, without a break. */
function flowing(markdown: string): string {
  const html = renderBody(markdown, unresolved).replace(/<(h\d|table)\b[\s\S]*?<\/\1>/g, '\n');
  return stripTags(html)
    .split('\n')
    .reduce(
      (joined, line) => `${joined}${/[\w,.;:!?]$/.test(joined) && /^\w/.test(line) ? ' ' : ''}${line}`,
      '',
    );
}

function shortened(characters: readonly string[], max: number): string {
  const start = characters.slice(0, max).join('');
  const sentence = /^[\s\S]*[。！？!?][”’」』）)]*/.exec(start)?.[0] ?? '';
  if (Array.from(sentence).length >= max * 0.6) return sentence;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .replace(/[，、；：,;:\s]+$/, '')}…`;
}
