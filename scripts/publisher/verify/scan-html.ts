/**
 * Reads the tags of an HTML page as a browser's tokenizer does (HTML Standard, 13.2.5), and nothing else: a
 * fortieth of the cost of a full parser. The property test holds it to one.
 */

/** What a scan tells, in the order of the text. Offsets are those of the text. */
export interface TagVisitor {
  /** `attributes` are names in lower case and raw values in turn; the array is used again for the next tag. */
  open(name: string, attributes: readonly string[], end: number): void;
  close(name: string, start: number): void;
  /** There is text that shows, outside scripts, styles and the title. */
  ink(): void;
}

/** Elements whose content is no markup. A title's text is none of the page's. */
const opaque: ReadonlySet<string> = new Set([
  'iframe',
  'noembed',
  'noframes',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
]);

const tab = 9;
const space = 32;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const equals = 61;
const greater = 62;

/** Scans a whole page. A tag that the page's end cuts off is none. */
export function scanHtml(html: string, visitor: TagVisitor): void {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (hasInk(html, at, end)) visitor.ink();
    if (open < 0) return;
    at = markup(html, open, visitor);
  }
}

/** Reads what begins with the `<` at `open`; answers where it ends. */
function markup(html: string, open: number, visitor: TagVisitor): number {
  const next = html.charCodeAt(open + 1);
  if (isLetter(next)) return startTag(html, open, visitor);
  if (next === slash && open + 2 < html.length) {
    if (!isLetter(html.charCodeAt(open + 2))) return after(html, '>', open + 2);
    const nameEnd = endOfName(html, open + 2);
    const end = attributesFrom(html, nameEnd, []);
    if (end > 0) visitor.close(lower(html.slice(open + 2, nameEnd)), open);
    return end > 0 ? end : html.length;
  }
  if (html.startsWith('<!--', open)) return afterComment(html, open + 4);
  if (html[open + 1] === '!' || html[open + 1] === '?') return after(html, '>', open + 2);
  visitor.ink();
  return open + 1;
}

const attributes: string[] = [];

function startTag(html: string, open: number, visitor: TagVisitor): number {
  const nameEnd = endOfName(html, open + 1);
  const name = lower(html.slice(open + 1, nameEnd));
  attributes.length = 0;
  const end = attributesFrom(html, nameEnd, attributes);
  if (end < 0) return html.length;
  visitor.open(name, attributes, end);
  return opaque.has(name) ? endOfOpaque(html, name, end) : end;
}

/** Reads attributes up to the tag's `>`; answers the offset behind it, or -1 where there is none. */
function attributesFrom(html: string, from: number, into: string[]): number {
  let at = from;
  for (;;) {
    while (isSpaceOrSlash(html.charCodeAt(at))) at += 1;
    if (html.charCodeAt(at) === greater) return at + 1;
    if (at >= html.length) return -1;
    const nameEnd = endOfAttributeName(html, at);
    into.push(lower(html.slice(at, nameEnd)));
    at = skipSpace(html, nameEnd);
    if (html.charCodeAt(at) !== equals) {
      into.push('');
      continue;
    }
    at = skipSpace(html, at + 1);
    const code = html.charCodeAt(at);
    if (code === doubleQuote || code === singleQuote) {
      const close = html.indexOf(code === doubleQuote ? '"' : "'", at + 1);
      if (close < 0) return -1;
      into.push(html.slice(at + 1, close));
      at = close + 1;
    } else {
      const start = at;
      while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== greater) at += 1;
      into.push(html.slice(start, at));
    }
  }
}

/** An `=` that begins a name is a part of it. */
function endOfAttributeName(html: string, from: number): number {
  let at = from + 1;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === equals || code === greater || isSpaceOrSlash(code)) break;
    at += 1;
  }
  return at;
}

function endOfName(html: string, from: number): number {
  let at = from;
  while (at < html.length && !isSpaceOrSlash(html.charCodeAt(at)) && html.charCodeAt(at) !== greater) at += 1;
  return at;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at += 1;
  return at;
}

function endOfOpaque(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    const behind = at + 2 + name.length;
    const code = html.charCodeAt(behind);
    const ends = behind < html.length && (isSpaceOrSlash(code) || code === greater);
    if (ends && html.slice(at + 2, behind).toLowerCase() === name) return at;
  }
  return html.length;
}

function afterComment(html: string, from: number): number {
  if (html.startsWith('>', from)) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let at = html.indexOf('--', from); at >= 0; at = html.indexOf('--', at + 1)) {
    if (html[at + 2] === '>') return at + 3;
    if (html.startsWith('!>', at + 2)) return at + 4;
  }
  return html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + 1;
}

function hasInk(html: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (html.charCodeAt(at) > space) return true;
  return false;
}

/** Names are in lower case nearly always: a new string for the others only. */
function lower(name: string): string {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code > 64 && code < 91) return name.toLowerCase();
  }
  return name;
}

function isLetter(code: number): boolean {
  return (code > 64 && code < 91) || (code > 96 && code < 123);
}

/** Tab, line feed, form feed, carriage return, space. */
function isSpace(code: number): boolean {
  return code === space || (code >= tab && code <= 13 && code !== 11);
}

function isSpaceOrSlash(code: number): boolean {
  return code === slash || isSpace(code);
}
