/** Medians with their spread, and tables of them. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export interface Spread {
  median: number;
  least: number;
  most: number;
  count: number;
}

/** @throws RangeError on no values at all. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new RangeError('no values were measured');
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return { median: middle.reduce((a, b) => a + b, 0) / middle.length, least, most, count: sorted.length };
}

/** `13.4 (12.9–15.0)`, each divided by `unit`. */
export function spelled(values: readonly number[], unit: number, digits: number): string {
  if (values.length === 0) return '–';
  const { median, least, most } = spreadOf(values);
  const at = (value: number) => (value / unit).toFixed(digits);
  return `${at(median)} (${at(least)}–${at(most)})`;
}

/** A Markdown table; it reads well on a terminal, too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  return [line(head), `|${widths.map((one) => '-'.repeat(one + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0);
}

/** Where the figures come from: the machine's load belongs to them. */
export function circumstances(): string {
  const [one] = readFileSync('/proc/loadavg', 'utf8').split(' ');
  const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `${at} UTC, ${availableParallelism()} cores, Node ${process.version.slice(1)}, load average ${one}`;
}
