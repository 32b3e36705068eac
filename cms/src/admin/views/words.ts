/** How views are spelled for the office. Pure. */

const number = new Intl.NumberFormat('zh-CN');

/** `12,345` */
export const spelled = (views: number): string => number.format(views);

/** `2026年11月` */
export function monthName(month: string): string {
  const [year, ordinal] = month.split('-');
  return `${year}年${Number(ordinal)}月`;
}

/** `43.2%`; of nothing nothing has a share. */
export function shareOf(views: number, total: number): string {
  return total === 0 ? '—' : `${((views / total) * 100).toFixed(1)}%`;
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Up to when the numbers reach: the counter is asked three times a minute. */
export function asOfWords(asOf: string | undefined): string {
  return asOf === undefined
    ? '还没有从浏览计数取到过数字。'
    : `截至 ${moment.format(new Date(asOf))}，每分钟更新几次。`;
}

/** Months that can be chosen, newest first: those with views, and the one that is looked at. */
export function monthsToChoose(months: readonly string[], chosen: string): string[] {
  return [...new Set([chosen, ...months])].sort().reverse();
}
