/** How heavy a page may be before IT is told. Readers on a slow phone line pay for every byte. */
import { type Finding, finding } from './findings.ts';

/** Bytes of a page: as it is, and as gzip sends it. */
export interface Budget {
  raw: number;
  gzip: number;
}

const kilobyte = 1024;

const budget = (raw: number, gzip: number): Budget => ({ raw: raw * kilobyte, gzip: gzip * kilobyte });

/**
 * Two to three times the heaviest page of its kind in the demo and in a newsroom of a thousand articles and five
 * hundred doctors, as measured; a long article or a full month fits in, a picture pasted into the page does not.
 */
const budgets: Readonly<Record<string, Budget>> = {
  article: budget(80, 24),
  channel: budget(64, 10),
  'department-index': budget(64, 10),
  department: budget(48, 12),
  'disease-index': budget(64, 10),
  'doctor-index': budget(400, 48),
  doctor: budget(48, 10),
  home: budget(80, 14),
  notice: budget(64, 16),
  page: budget(64, 16),
  'rss-index': budget(96, 16),
  series: budget(64, 10),
  'site-map': budget(96, 16),
  tag: budget(64, 10),
  'tag-index': budget(96, 16),
  topic: budget(64, 12),
};

/** The newest twenty of whatever list. */
const feed = budget(32, 8);

/** Error pages, months, indexes and whatever kind comes next. */
const usual = budget(48, 10);

/** Lists of the whole site for machines are bounded by their protocol alone (sitemaps.org: 50 MB). */
const boundless = /^sitemap/;

/** The budget of a page kind; undefined where it has none. */
export function budgetOf(kind: string): Budget | undefined {
  if (boundless.test(kind)) return undefined;
  return budgets[kind] ?? (/^rss$|-feed$/.test(kind) ? feed : usual);
}

/** At most one finding. `gzip` is the compressed size where it is known; both in bytes. */
export function overBudget(path: string, kind: string, size: number, gzip?: number): Finding[] {
  const most = budgetOf(kind);
  if (most === undefined) return [];
  const heavy = [
    ...(size > most.raw ? [`${inKilobytes(size)}（这类页面预算 ${inKilobytes(most.raw)}）`] : []),
    ...(gzip !== undefined && gzip > most.gzip
      ? [`压缩后 ${inKilobytes(gzip)}（预算 ${inKilobytes(most.gzip)}）`]
      : []),
  ];
  if (heavy.length === 0) return [];
  return [finding('over-budget', path, `${path} 太大：${heavy.join('，')}，手机上会打开得慢。`)];
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / kilobyte)} KB`;
}
