/** How heavy a page may be before IT is told. Readers on a slow phone line pay for every byte. */
import { type Finding, finding } from './findings.ts';

/** Bytes of a page: as it is, and as gzip sends it. */
export interface Budget {
  raw: number;
  gzip: number;
}

const kilobyte = 1024;

const budget = (raw: number, gzip: number): Budget => ({ raw: raw * kilobyte, gzip: gzip * kilobyte });

/** Two to three times the heaviest page of its kind in the demo; long articles and full months fit in. */
const budgets: Readonly<Record<string, Budget>> = {};

/** Lists that grow with the whole site are bounded by their protocol alone (sitemaps.org: 50 MB). */
const boundless: ReadonlySet<string> = new Set(['sitemap']);

const usual = budget(80, 16);

/** The budget of a page kind; undefined where it has none. */
export function budgetOf(kind: string): Budget | undefined {
  return boundless.has(kind) ? undefined : (budgets[kind] ?? usual);
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
