/** Dates as readers see them. Pure text work: days are Asia/Shanghai's by contract, no time zone is computed. */

/** `2024-03` ─► 2024年3月 */
export function monthLabel(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** `2024-03-26` ─► 2024年3月26日 */
export function dayLabel(day: string): string {
  return `${monthLabel(day.slice(0, 7))}${Number(day.slice(8))}日`;
}

/** The last day of a period as it reads after its first: 12月3日 within the same year. */
export function untilLabel(from: string, until: string): string {
  const label = dayLabel(until);
  return from.slice(0, 5) === until.slice(0, 5) ? label.slice(label.indexOf('年') + 1) : label;
}

/** `2026-11-23`, `2026-12-02` ─► 11月23日至12月2日; 3月23日至27日: where the year goes without saying. */
export function shortPeriod(from: string, until: string): string {
  const month = (day: string) => `${Number(day.slice(5, 7))}月`;
  const date = (day: string) => `${Number(day.slice(8))}日`;
  const first = month(from) + date(from);
  if (from === until) return first;
  return `${first}至${from.slice(0, 7) === until.slice(0, 7) ? '' : month(until)}${date(until)}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 822, as RSS wants it: `Tue, 26 Mar 2024 14:02:00 +0800`. `moment` is RFC 3339 at +08:00. */
export function rssDate(moment: string): string {
  const [year = 0, month = 1, date = 1] = moment.slice(0, 10).split('-').map(Number);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${weekday}, ${moment.slice(8, 10)} ${months[month - 1]} ${year} ${moment.slice(11, 19)} +0800`;
}

/** `2024-03-01` ─► `2024-02-29` */
export function dayBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}

/** RFC 3339, as `<time>` and the sitemap want it: `2024-03-26T14:02+08:00`, or the day alone. */
export function isoDate(day: string, minute?: string): string {
  return minute === undefined ? day : `${day}T${minute}:00+08:00`;
}
