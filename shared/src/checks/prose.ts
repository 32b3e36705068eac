/** A text seen as prose: which characters are prose at all, and what language stands on either side of one. Safe in browsers. */
import { syntaxStretches } from './markdown-syntax.ts';

/** Han, Bopomofo, and the punctuation that only Chinese text has. */
export const chinese =
  /[\p{Script=Han}\p{Script=Bopomofo}\u3001-\u3003\u3005-\u303f\uff01-\uff5e\u2014\u2026\u00b7]/u;
export const latinOrDigit = /[\p{Script=Latin}\d]/u;

/** Marks that say nothing about the language: what counts stands behind them. */
const transparent = /[*_~\u2018\u2019\u201c\u201d]/;

export interface Prose {
  text: string;
  /** Whether the UTF-16 unit at an offset is prose, not code, address or syntax. */
  has(at: number): boolean;
  /** Whether Chinese stands directly before an offset; borders and syntax are not Chinese. */
  chineseBefore(at: number): boolean;
  chineseAfter(at: number): boolean;
}

export function readProse(text: string): Prose {
  const mask = new Uint8Array(text.length).fill(1);
  for (const { start, end } of syntaxStretches(text)) mask.fill(0, start, end);
  const neighbour = (at: number, step: 1 | -1): string => {
    let index = at + step;
    while (mask[index] === 1 && transparent.test(text.charAt(index))) index += step;
    if (mask[index] !== 1) return '';
    // A Han character outside the basic plane takes two units.
    const low = /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index;
    return String.fromCodePoint(text.codePointAt(low) ?? 0);
  };
  return {
    text,
    has: (at) => mask[at] === 1,
    chineseBefore: (at) => chinese.test(neighbour(at, -1)),
    chineseAfter: (at) => chinese.test(neighbour(at, 1)),
  };
}
