/** What the pages of all lists that grow have in common: of a channel, a series, a tag, all of a type. */
import type { MonthLink } from './archive.ts';
import type { ListEntry } from './listing.ts';
import type { Crumb, PageView } from './page.ts';

export interface ListView extends PageView {
  title: string;
  description?: string;
  /** 单页 that stand in this list's channel. */
  pages?: Crumb[];
  /** The newest, but what is 置顶 before all. */
  entries: ListEntry[];
  /** All months in which there is anything, newest first. */
  months: MonthLink[];
  /** The list's own RSS feed. */
  feedPath?: string;
}

const most = 120;

/** What search engines are told of a list that nobody described: its name, and what stands first in it. */
export function describeList(name: string, titles: readonly string[]): string {
  const words = titles.length === 0 ? name : `${name}：${titles.slice(0, 3).join('；')}`;
  const characters = Array.from(words);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}

export interface Year {
  year: string;
  months: readonly MonthLink[];
  /** Whether its months are shown before anybody asks. */
  open: boolean;
}

/** Months by year, newest first. The newest year is open, and those after it while they make a year together. */
export function yearsOf(months: readonly MonthLink[]): Year[] {
  let shown = 0;
  return [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(([year, ofYear], index) => {
    shown += ofYear.length;
    return { year, months: ofYear, open: index === 0 || shown <= 12 };
  });
}

/** Where a list's page has the months of a year. */
export function yearId(year: string): string {
  return `nian-${year}`;
}
