/** Before and after, mark by mark, for reading in a terminal. Pure. */
import { diffChars } from 'diff';
import { fieldLabels, type PunctuationProposal } from './draft.ts';

const context = 8;

/** One line for each place that would change: `…数字经济创新发展[-,-]{+，+}是今年全国…` */
export function punctuationDiff({ field, before, after }: PunctuationProposal): string[] {
  const lines = before.split('\n');
  const changed = after.split('\n');
  return lines.flatMap((line, index) => {
    const other = changed[index] ?? '';
    if (line === other) return [];
    return [`  ${fieldLabels[field]} 第 ${index + 1} 行`, ...places(line, other)];
  });
}

function places(before: string, after: string): string[] {
  const parts = diffChars(before, after);
  return parts.flatMap((part, index) => {
    if (!part.removed) return [];
    const added = parts[index + 1]?.added === true ? (parts[index + 1]?.value ?? '') : '';
    const left = commonEnd(parts[index - 1]?.value ?? '');
    const right = commonStart(parts[index + 2]?.value ?? '');
    return [`    ${left}[-${part.value}-]{+${added}+}${right}`];
  });
}

function commonEnd(text: string): string {
  const units = Array.from(text);
  return units.length > context ? `…${units.slice(-context).join('')}` : text;
}

function commonStart(text: string): string {
  const units = Array.from(text);
  return units.length > context ? `${units.slice(0, context).join('')}…` : text;
}
