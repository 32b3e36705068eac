/** Bytes of a saved page, text or HTML ─► what it holds, with every character accounted for. */
import { type DecodedText, decode } from './decode.ts';
import { type HtmlText, htmlToText, looksLikeHtml } from './html.ts';
import type { ParsedPage } from './page.ts';
import { parsePage } from './parse.ts';

export interface ReadPage extends ParsedPage {
  /** The text that `spans` refer to: the file's own, or what a reader of the HTML saw. */
  text: string;
  encoding: DecodedText['encoding'];
  /** Present where the file is HTML. */
  html?: HtmlText;
}

/**
 * Reads a saved page.
 * @throws ForeignPage with a Chinese sentence where it is no page of the old site.
 */
export function readPage(bytes: Uint8Array): ReadPage {
  const { text: source, encoding } = decode(bytes);
  if (!looksLikeHtml(source)) return { text: source, encoding, ...parsePage(source) };
  const html = htmlToText(source);
  return { text: html.text, encoding, html, ...parsePage(html.text) };
}
