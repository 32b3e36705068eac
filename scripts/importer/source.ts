/** The source as lines with positions, and the record of where each stretch of it went. */
import type { Span, SpanKind } from './page.ts';

/** A line without its line end and without white space around it; blank lines are none. */
export interface Line {
  text: string;
  /** Offset of `text` in the source. */
  start: number;
}

/** Lines that say something. A byte order mark, U+3000 and no-break spaces are white space here. */
export function linesOf(source: string): Line[] {
  return Array.from(source.matchAll(/[^\r\n]+/g), ({ 0: raw, index }) => {
    const text = raw.trim();
    return { text, start: index + raw.indexOf(text) };
  }).filter(({ text }) => text !== '');
}

/** Collects where stretches of the source went. */
export class Ledger {
  readonly #spans: Span[] = [];

  /** Accounts for `text`, which stands at `start`; nothing where it is empty. */
  mark(start: number, text: string, kind: SpanKind, to: string): void {
    if (text !== '') this.#spans.push({ start, end: start + text.length, kind, to });
  }

  /** Accounts for a whole line. */
  line({ start, text }: Line, kind: SpanKind, to: string): void {
    this.mark(start, text, kind, to);
  }

  /**
   * All spans in order, white space between them as layout.
   * @throws Error where a character was forgotten or taken twice: that is a fault of the parser.
   */
  settle(source: string): Span[] {
    const settled: Span[] = [];
    let at = 0;
    const fill = (end: number) => {
      if (end < at) throw new Error(`characters ${end}–${at} of the page were taken twice`);
      const gap = source.slice(at, end);
      if (gap.trim() !== '') throw new Error(`“${gap.trim()}” of the page was forgotten`);
      if (gap !== '') settled.push({ start: at, end, kind: 'layout', to: layoutOf(gap) });
    };
    for (const span of this.#spans.sort((a, b) => a.start - b.start)) {
      fill(span.start);
      settled.push(span);
      at = span.end;
    }
    fill(source.length);
    return settled;
  }
}

function layoutOf(gap: string): string {
  if (gap.startsWith('\ufeff')) return '字节序标记';
  const indent = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
  if (/[\r\n]/.test(gap)) return indent === '' ? '换行' : '换行和段首缩进';
  return '空白';
}
