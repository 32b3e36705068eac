/**
 * 恢复全角标点: proposes full-width marks where an old system flattened them to half-width ones. The marks and
 * their forms follow GB/T 15834-2011 (标点符号用法), section 5: in Chinese text they take a full character.
 *
 * Careful rather than complete: a mark is proposed only where Chinese stands next to it, never inside numbers,
 * Latin text or Markdown's own syntax. Each edit replaces one character by one, so positions stay true.
 * Safe in browsers.
 */
import { type Prose, readProse } from './prose.ts';
import { pairReplacements } from './punctuation-pairs.ts';

export interface PunctuationEdit {
  /** UTF-16 offset into the text. */
  at: number;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 units. */
  column: number;
  from: string;
  to: string;
}

const marks = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['!', '！'],
  ['?', '？'],
]);

/** Where full-width marks should stand, in order. Applying the answer and asking again gives nothing. */
export function proposePunctuation(text: string): PunctuationEdit[] {
  const units = text.split('');
  // One mark's new form is evidence for its neighbour ("真的?!"), so ask until nothing new is found.
  for (let found = certain(text); found.size > 0; found = certain(units.join(''))) {
    for (const [at, to] of found) units[at] = to;
  }
  return locate(text, units);
}

/**
 * The text with the edits made.
 * @throws RangeError where the text is not the one that the edits were proposed for.
 */
export function applyPunctuation(text: string, edits: readonly PunctuationEdit[]): string {
  const units = text.split('');
  for (const { at, from, to, line, column } of edits) {
    if (units[at] !== from) {
      throw new RangeError(
        `第 ${line} 行第 ${column} 字已不是「${from}」：文字在提出建议之后改过，请重新检查。`,
      );
    }
    units[at] = to;
  }
  return units.join('');
}

/** The certain replacements in a text as it stands, by offset. */
function certain(text: string): Map<number, string> {
  const prose = readProse(text);
  const found = new Map<number, string>();
  for (let at = 0; at < text.length; at += 1) {
    const to = marks.get(text.charAt(at));
    if (to !== undefined && isChineseMark(prose, at)) found.set(at, to);
  }
  let start = 0;
  for (const line of text.split('\n')) {
    for (const [at, to] of pairReplacements(prose, start, start + line.length)) found.set(at, to);
    start += line.length + 1;
  }
  return found;
}

function isChineseMark(prose: Prose, at: number): boolean {
  // An exclamation mark before a bracket may be about to become a picture.
  if (!prose.has(at) || prose.text.startsWith('![', at)) return false;
  return prose.chineseBefore(at) || prose.chineseAfter(at);
}

function locate(text: string, units: readonly string[]): PunctuationEdit[] {
  const edits: PunctuationEdit[] = [];
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < text.length; at += 1) {
    const from = text.charAt(at);
    const to = units[at] ?? from;
    if (to !== from) edits.push({ at, line, column: at - lineStart + 1, from, to });
    if (from === '\n') {
      line += 1;
      lineStart = at + 1;
    }
  }
  return edits;
}
