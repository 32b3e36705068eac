/**
 * What Markdown gets wrong about Chinese, put right before and while it is read: indents made of spaces, lines
 * broken inside a paragraph, emphasis next to Chinese punctuation, addresses followed by Chinese text.
 */
import type { Tokens } from 'marked';

const han = '\\p{Script=Han}\\p{Script=Bopomofo}';
/** CJK symbols and punctuation, full-width forms, and the quotes, dashes and ellipses that Chinese shares. */
const chinesePunctuation = '\\u3000-\\u303f\\uff00-\\uffef\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u00b7';
const chinese = new RegExp(`[${han}${chinesePunctuation}]`, 'u');
const punctuation = /[\p{P}\p{S}]/u;
const indent = /^[ \t]*(?:[\u3000\u00a0\u2000-\u200a]|&(?:emsp|ensp|nbsp|#12288|#160|#x3000);)+[ \t]*/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
/** A picture that the office has still to put in; file names with spaces would make it show as text. */
const missingPicture = /!\[(?:[^\]\\\n]|\\.)*\]\(\s*<?missing:(?:[^()\n]|\([^()\n]*\))*\)/g;
/** Between two runs of asterisks that two lines bring together; `html.ts` takes it out again. */
const seam = '\ue001';
const hardBreak = /(?: {2,}|\\)$/;
/** Marks that a reader does not see: the character that counts stands behind them. */
const markupBefore = /[*_~`)\]]+$/;
const markupAfter = /^[*_~`![]+/;

/**
 * Source text with LF line ends, without the characters that the renderer keeps for itself, and without the
 * indents by which Chinese writers mark a paragraph (the style sheet indents). Fenced code is left alone.
 */
export function normalise(markdown: string): string {
  let open: string | undefined;
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\u2028\u2029\ufeff\ue000\ue001]/g, '')
    .replace(missingPicture, '![](missing:x)')
    .split('\n')
    .map((text) => {
      const mark = fence.exec(text)?.[1];
      if (mark !== undefined && (open === undefined || mark.startsWith(open))) {
        open = open === undefined ? mark : undefined;
      }
      return open === undefined ? unindent(text) : text;
    })
    .join('\n');
}

/** Drops an indent of wide spaces, and what they mix with; plain spaces mean something in lists and stay. */
function unindent(text: string): string {
  let rest = text;
  while (indent.test(rest)) rest = rest.replace(indent, '');
  return rest;
}

/**
 * The lines of one paragraph as one: without a space where Chinese stands on either side, with one between
 * Latin words. Hard line breaks stay.
 */
export function joinLines(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.reduce((joined, next) => {
    const line = next.trimStart();
    if (hardBreak.test(joined)) return `${joined}\n${line}`;
    const before = joined.trimEnd();
    if (before.endsWith('*') && line.startsWith('*')) return `${before}${seam}${line}`;
    const glue = chineseAtEnd(before) || chineseAtStart(line) ? '' : ' ';
    return `${before}${glue}${line}`;
  }, first.trimStart());
}

function chineseAtEnd(text: string): boolean {
  return chinese.test(Array.from(text.slice(-8).replace(markupBefore, '')).at(-1) ?? '');
}

function chineseAtStart(text: string): boolean {
  return chinese.test(Array.from(text.slice(0, 8).replace(markupAfter, ''))[0] ?? '');
}

/** A run of asterisks that closes the run at the start of a text. */
interface Span {
  marks: number;
  content: string;
}

/**
 * Emphasis that CommonMark's flanking rules refuse because punctuation stands inside the asterisks and a
 * letter outside, without the space that Latin text has there: `关于**《通知》**的`, `**真，**她`. Anything
 * else is left to marked.
 * @param masked the same text with code and links blanked out, at its end.
 * @param before the character before the asterisks, or nothing.
 */
export function chineseEmphasis(src: string, masked: string, before: string): Span | undefined {
  const marks = /^\*+/.exec(src)?.[0].length ?? 0;
  if (marks === 0 || marks > 3 || /^\s/.test(src.slice(marks))) return undefined;
  const end = closingRun(masked.slice(-src.length), marks);
  if (end === undefined) return undefined;
  const content = src.slice(marks, end);
  const inside = Array.from(content);
  const [first = '', last = ''] = [inside[0], inside.at(-1)];
  const after = Array.from(src.slice(end + marks, end + marks + 2))[0] ?? '';
  const refused = (edge: string, outside: string) =>
    punctuation.test(edge) && outside !== '' && !/\s/.test(outside) && !punctuation.test(outside);
  const isRefused = refused(first, before) || refused(last, after);
  return isRefused && chinese.test(`${before}${first}${last}${after}`) ? { marks, content } : undefined;
}

/** Where the run begins that closes `marks` asterisks; emphasis of the other weight may stand inside. */
function closingRun(text: string, marks: number): number | undefined {
  let inner = false;
  for (const run of text.slice(marks).matchAll(/\*+/g)) {
    const at = run.index + marks;
    const length = run[0].length;
    const canClose = run.index > 0 && !/\s/.test(text[at - 1] as string);
    if (length === marks && canClose) return at;
    if (length === 3 && marks < 3 && inner && canClose) return at + 3 - marks;
    if (length + marks === 3) inner = !inner;
  }
  return undefined;
}

const address = /^(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/i;

/** A bare web address: it ends before Chinese text and punctuation, and before punctuation that ends a sentence. */
export function bareAddress(src: string): Tokens.Link | undefined {
  let raw = address.exec(src)?.[0];
  if (raw === undefined) return undefined;
  raw = raw.replace(/[*_~]+$/, '');
  for (let last = ''; last !== raw; ) {
    last = raw;
    raw = raw.replace(/[.,;:!?'"&\]]+$/, '');
    if (raw.endsWith(')') && count(raw, ')') > count(raw, '(')) raw = raw.slice(0, -1);
  }
  if (/^(?:https?:\/\/|www\.)?$/i.test(raw)) return undefined;
  const href = /^www\./i.test(raw) ? `https://${raw}` : raw;
  return { type: 'link', raw, text: raw, href, tokens: [{ type: 'text', raw, text: raw, escaped: false }] };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
