/** Brackets and straight quotes: certain only as pairs within one line. Safe in browsers. */
import { chinese, latinOrDigit, type Prose } from './prose.ts';

/** A replacement by offset. */
export type Replacement = readonly [at: number, to: string];

type Pair = readonly [open: number, close: number];

const quotes = [
  { mark: '"', opening: '“', closing: '”' },
  { mark: "'", opening: '‘', closing: '’' },
] as const;

/** What pairs on the line between two offsets should become. */
export function pairReplacements(prose: Prose, start: number, end: number): Replacement[] {
  const brackets = bracketPairs(prose, start, end)
    .filter(([open, close]) => chinese.test(prose.text.slice(open + 1, close)) || prose.chineseBefore(open))
    .flatMap(([open, close]): Replacement[] => [
      [open, '（'],
      [close, '）'],
    ]);
  const quoted = quotes.flatMap(({ mark, opening, closing }) => {
    const pairs = quotePairs(prose, start, end, mark);
    // One doubtful quote on a line makes all of them doubtful: they could be paired differently.
    if (!pairs.every((pair) => isQuotation(prose, pair))) return [];
    return pairs.flatMap(([open, close]): Replacement[] => [
      [open, opening],
      [close, closing],
    ]);
  });
  return [...brackets, ...quoted];
}

/** Half-width brackets with their partners; one without (`1)`) stays as it is. */
function bracketPairs(prose: Prose, start: number, end: number): Pair[] {
  const open: number[] = [];
  const pairs: Pair[] = [];
  for (let at = start; at < end; at += 1) {
    if (!prose.has(at)) continue;
    if (prose.text[at] === '(') open.push(at);
    const partner = prose.text[at] === ')' ? open.pop() : undefined;
    if (partner !== undefined) pairs.push([partner, at]);
  }
  return pairs;
}

/** Straight quotes two by two, or none where their number is odd. */
function quotePairs(prose: Prose, start: number, end: number, mark: string): Pair[] {
  const pairs: Pair[] = [];
  let open: number | undefined;
  for (let at = start; at < end; at += 1) {
    if (prose.text[at] !== mark || !prose.has(at) || isApostrophe(prose.text, at)) continue;
    if (open === undefined) {
      open = at;
    } else {
      pairs.push([open, at]);
      open = undefined;
    }
  }
  return open === undefined ? pairs : [];
}

/** `it's`, `5'`: no quotation begins or ends there. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" && latinOrDigit.test(text.charAt(at - 1));
}

/** Whether two quotes hold Chinese, or stand in it, and the first one can open (an inch mark cannot). */
function isQuotation({ text, chineseBefore, chineseAfter }: Prose, [open, close]: Pair): boolean {
  const inside = text.slice(open + 1, close);
  if (inside.trim() === '' || inside.trim() !== inside || latinOrDigit.test(text.charAt(open - 1)))
    return false;
  return chinese.test(inside) || chineseBefore(open) || chineseAfter(close);
}
