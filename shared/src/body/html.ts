/** Markdown ─► tokens ─► HTML ─► sanitised HTML ─► pictures put in. */
import { Marked, Parser, type Token, type Tokens } from 'marked';
import {
  escapeHtml,
  type Fetching,
  figureHtml,
  isPictureFile,
  pictureHtml,
  type ResolveMedia,
  roomOf,
} from './figures.ts';
import { type HeadingOptions, type Place, placeHeadings } from './headings.ts';
import { tokenize } from './lexer.ts';
import { type BodyContext, hrefOf } from './links.ts';
import { sanitize } from './sanitize.ts';
import { stripTags } from './text.ts';

export interface BodyOptions extends HeadingOptions {
  /** Whether it begins on the reader's first screen: its first pictures are fetched with the page. */
  onTop: boolean;
}

/** A picture of the body while its place is kept. */
interface Slot {
  html(when: Fetching): string;
  /** As many characters of text as would take its room on a desktop. */
  room: number;
}

/** Characters of text that the first screen of a desktop holds below a title; a phone's holds fewer. */
const firstScreen = 600;

/** A body as safe HTML: see `renderBody`. */
export function safeHtml(markdown: string, context: BodyContext, options: BodyOptions): string {
  const tokens = tokenize(markdown);
  const slots: Slot[] = [];
  const headings: Tokens.Heading[] = [];
  const alone = new Set<Token>();
  new Marked().walkTokens(tokens, (token) => {
    if (token.type === 'heading') headings.push(token as Tokens.Heading);
    if (token.type === 'paragraph' && isPictures(token as Tokens.Paragraph)) {
      for (const child of (token as Tokens.Paragraph).tokens) alone.add(child);
    }
  });
  const places = placeHeadings(headings, options);
  const picture = (image: Tokens.Image): string => {
    const found = mediaOf(image.href, context.media);
    if (!isPictureFile(found)) return '';
    const html = (when: Fetching) =>
      alone.has(image)
        ? figureHtml(found, image.text, image.title ?? undefined, when)
        : pictureHtml(found, image.text, when);
    return slotOf(slots.push({ html, room: roomOf(found) }) - 1);
  };
  const html = new Parser({ ...toHtml(picture, places).defaults }).parse(tokens);
  const ids = new Set(Array.from(places.values(), ({ id }) => id));
  const safe = sanitize(html, { ids, link: (href) => hrefOf(href, context) });
  return putIn(wrapTables(safe), slots, options.onTop).trim();
}

/** Pictures in their places; those on the first screen are not left until a reader comes near. */
function putIn(html: string, slots: readonly Slot[], onTop: boolean): string {
  let taken = onTop ? 0 : Number.POSITIVE_INFINITY;
  let when: Fetching = 'first';
  return html.replace(/\ue000(\d+)\ue001|[\ue000\ue001]/g, (_, index, offset: number) => {
    const slot = slots[Number(index)];
    if (slot === undefined) return '';
    const early = taken <= firstScreen && taken + stripTags(html.slice(0, offset)).length <= firstScreen;
    if (!early) taken = Number.POSITIVE_INFINITY;
    const put = slot.html(early ? when : 'near');
    when = 'at once';
    taken += slot.room;
    return put;
  });
}

/**
 * A picture's place while the text is sanitised. The source holds no such character (`normalise`), and no
 * attribute can (`hrefOf`), so a picture lands between elements only.
 */
function slotOf(index: number): string {
  return `\ue000${index}\ue001`;
}

function isPictures(paragraph: Tokens.Paragraph): boolean {
  return paragraph.tokens.every(
    (token) => token.type === 'image' || token.type === 'br' || token.raw.trim() === '',
  );
}

function toHtml(picture: (image: Tokens.Image) => string, places: ReadonlyMap<Token, Place>): Marked {
  return new Marked({
    renderer: {
      image: (token) => picture(token),
      heading(token) {
        const { level, id } = places.get(token) ?? { level: 2, id: '' };
        return `<h${level} id="${id}">${this.parser.parseInline(token.tokens)}</h${level}>\n`;
      },
      paragraph(token) {
        if (!isPictures(token)) return false;
        return token.tokens
          .map((child) => (child.type === 'image' ? picture(child as Tokens.Image) : ''))
          .join('');
      },
      /** An empty header cell is announced as a header without a name. */
      tablecell: (token) => (token.header && token.text.trim() === '' ? '<td></td>\n' : false),
    },
  });
}

/** What editors write right above a table: `表1　门诊安排`, `表：门诊安排`. */
const named = /<p>(?:<strong>)?(表(?:\s?\d{1,3})?[\s：:.．][^<]{1,80})(?:<\/strong>)?<\/p>\n<table>/g;

/**
 * A wide table scrolls inside itself, by keyboard as well, under the name that its caption gives; `role=group`
 * because landmarks must differ in name. Markdown knows no captions: the line above stands in.
 */
function wrapTables(html: string): string {
  return html
    .replace(named, '<table>\n<caption>$1</caption>')
    .replace(/<table>(?=\s*(?:<caption>(.*?)<\/caption>)?)/gs, (_, caption = '') => {
      const name = escapeHtml(stripTags(caption).replaceAll('\n', ' ')) || '表格';
      return `<div class="table" role="group" aria-label="${name}" tabindex="0"><table>`;
    })
    .replaceAll('</table>', '</table></div>');
}

function mediaOf(href: string, media: ResolveMedia): ReturnType<ResolveMedia> {
  const id = /^media:([a-z0-9]+)$/.exec(href)?.[1];
  return id === undefined ? undefined : media(id);
}
