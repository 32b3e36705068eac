/** When readers, search engines and feeds are told that an item was published. */
import { isoDate } from './dates.ts';

/** The dates of an item: as the office typed them, and as the CMS recorded them. */
interface Dated {
  publishedOn?: string | undefined;
  answeredOn?: string | undefined;
  publishedTime?: string | undefined;
  firstPublishedAt?: string | undefined;
}

export interface Publication {
  /** `2026-03-26T14:02:00+08:00`; the day alone where no hour of that day is known. Absent where nothing is. */
  published?: string;
  /** When it was recorded, where that was on another day than the one typed. */
  recorded?: string;
}

/**
 * The typed minute stands before the recorded one, because readers see it; a typed day takes the recorded hour
 * only where both are of the same day. An hour that nobody gave is never made up.
 */
export function publicationOf(item: Dated): Publication {
  const { publishedTime, firstPublishedAt: recorded } = item;
  const day = item.publishedOn ?? item.answeredOn;
  if (day === undefined) return recorded === undefined ? {} : { published: recorded };
  if (publishedTime !== undefined) return { published: isoDate(day, publishedTime) };
  if (recorded === undefined) return { published: day };
  return recorded.startsWith(day) ? { published: recorded } : { published: day, recorded };
}

/** PubDate, `2026-03-26 14:02`. The day alone where nobody knows more, which the head linter refuses. */
export function pubDate({ published = '', recorded }: Publication): string {
  const told = published.includes('T') ? published : (recorded ?? published);
  return told.slice(0, 16).replace('T', ' ');
}
