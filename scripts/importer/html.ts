/**
 * A saved HTML page ─► the text that a reader saw, line by line. Every character of the file is accounted
 * for: it became text, or it is markup or something that was never shown.
 */

export interface HtmlPiece {
  start: number;
  end: number;
  kind: 'text' | 'markup' | 'hidden';
  /** What stands for it in the text. */
  text: string;
}

export interface HtmlText {
  text: string;
  pieces: HtmlPiece[];
  /** What a text cannot carry, for the report: links with their addresses, tables, videos. */
  lost: string[];
}

/** Whether a saved page is HTML. */
export const looksLikeHtml = (source: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body|<div|<!--)/i.test(source);

const token =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|template|textarea|title|svg|select)\b[\s\S]*?(?:<\/\1\s*>|$)|<[a-z/!?][^<>]*>/gi;
const block =
  /^<\/?(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)\b/i;

export function htmlToText(source: string): HtmlText {
  const pieces: HtmlPiece[] = [];
  const lost: string[] = [];
  let pictures = 0;
  let at = 0;
  const take = (end: number, kind: HtmlPiece['kind'], text: string) => {
    if (end > at) pieces.push({ start: at, end, kind, text });
    at = end;
  };
  for (const match of source.matchAll(token)) {
    take(match.index, 'text', readText(source.slice(at, match.index)));
    const tag = match[0];
    const hidden = match[1] !== undefined || tag.startsWith('<!--');
    if (/^<img\b/i.test(tag)) pictures += 1;
    take(match.index + tag.length, hidden ? 'hidden' : 'markup', hidden ? '' : standIn(tag, pictures));
    const note = lostIn(tag);
    if (note !== undefined) lost.push(note);
  }
  take(source.length, 'text', readText(source.slice(at)));
  return { text: pieces.map((piece) => piece.text).join(''), pieces, lost };
}

/** What a tag leaves in the text: a line end, a picture's name, a gap between cells. */
function standIn(tag: string, picture: number): string {
  if (/^<img\b/i.test(tag)) return `\n${pictureName(tag, picture)}\n`;
  if (/^<\/t[dh]\b/i.test(tag)) return ' ';
  return block.test(tag) ? '\n' : '';
}

/** The name under which the office looks for the file: the description, the address's last part, or a number. */
function pictureName(tag: string, picture: number): string {
  const file = /[^\s/<>"|?*\\]+\.(?:jpe?g|png|gif|bmp|webp|tiff?)$/i;
  const address = (attribute(tag, 'src') ?? '').split(/[?#]/)[0] ?? '';
  const named = [
    attribute(tag, 'alt'),
    attribute(tag, 'title'),
    /^data:/i.test(address) ? undefined : decoded(address),
  ];
  for (const name of named) {
    const found = file.exec(name?.trim() ?? '')?.[0];
    if (found !== undefined) return found;
  }
  return `图片${picture}.jpg`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

function lostIn(tag: string): string | undefined {
  const href = /^<a\b/i.test(tag) ? attribute(tag, 'href') : undefined;
  if (href !== undefined && /^https?:/i.test(href)) return `链接 ${href}`;
  if (/^<table\b/i.test(tag)) return '表格（逐行成段，请在后台重排）';
  const embedded = /^<(video|audio|iframe|embed|object)\b/i.exec(tag)?.[1];
  return embedded === undefined ? undefined : `嵌入内容 <${embedded}> ${attribute(tag, 'src') ?? ''}`.trim();
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : readEntities(value);
}

/** White space of the file collapses, as a browser shows it; wide and no-break spaces stay. */
function readText(raw: string): string {
  return readEntities(raw.replace(/[ \t\r\n\f]+/g, ' '));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003',
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·',
  bull: '•', raquo: '»', laquo: '«', times: '×', deg: '°', copy: '©', reg: '®', trade: '™', permil: '‰',
}; // biome-ignore format: a table

/** Character references; one that HTML does not know stays as it is written. */
function readEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
