/**
 * What a page's head must say, tag by tag: the tags of the 政府网站发展指引 (国办发〔2017〕47 号) and Open Graph. The
 * guide parts home, column pages and content pages; here every page that search engines may keep names its column.
 */

/** What a value is held against, as it is spelled in the page. */
export interface HeadContext {
  /** The site's host. */
  host: string;
  /** The page's own address. */
  address: string;
  /** Another tag of the same head. */
  tag(name: string): string | undefined;
}

/** Every page; those that search engines may keep; those that are content of their own. */
export type HeadScope = 'every' | 'indexed' | 'content';

export interface HeadRule {
  /** As the guide spells it. */
  tag: string;
  scope: HeadScope;
  /** What is wrong with a value, to be read after the tag's name; undefined where nothing is. */
  wrong(value: string, context: HeadContext): string | undefined;
}

const rule = (scope: HeadScope, tag: string, wrong: HeadRule['wrong']): HeadRule => ({ tag, scope, wrong });

const words: HeadRule['wrong'] = (value) => (value.trim() === '' ? '是空的' : undefined);
const is = (what: string, right: (context: HeadContext) => string | undefined): HeadRule['wrong'] => {
  return (value, context) => (value === right(context) ? undefined : `和${what}不一样`);
};
const picture: HeadRule['wrong'] = (value) =>
  /^https?:\/\/[^\s/]+\/\S+$/.test(value) ? undefined : '不是一张图片的完整网址';
const pixels: HeadRule['wrong'] = (value) => (/^[1-9]\d*$/.test(value) ? undefined : '不是像素数');

export const headRules: readonly HeadRule[] = [
  rule('every', 'SiteName', words),
  rule(
    'every',
    'SiteDomain',
    is('网站的域名', ({ host }) => host),
  ),
  // Hospitals that have none leave it empty; the tag itself has to be there.
  rule('every', 'SiteIDCode', (value) => (/^\w{0,20}$/.test(value) ? undefined : '不是标识码')),
  rule('every', 'Description', words),
  rule(
    'every',
    'og:site_name',
    is('SiteName', ({ tag }) => tag('SiteName')),
  ),
  rule(
    'every',
    'og:locale',
    is('网站的语言', () => 'zh_CN'),
  ),
  rule('every', 'og:type', (value) => (/^(?:website|article)$/.test(value) ? undefined : '不是页面类型')),
  rule('every', 'og:title', words),
  rule(
    'every',
    'og:description',
    is('Description', ({ tag }) => tag('Description')),
  ),
  rule('every', 'og:image', picture),
  rule('every', 'og:image:width', pixels),
  rule('every', 'og:image:height', pixels),
  rule('every', 'og:image:alt', words),
  rule(
    'indexed',
    'og:url',
    is('本页网址', ({ address }) => address),
  ),
  rule('indexed', 'ColumnName', words),
  rule('indexed', 'ColumnDescription', words),
  rule('indexed', 'ColumnKeywords', words),
  rule('indexed', 'ColumnType', words),
  rule(
    'content',
    'ArticleTitle',
    is('页面标题', ({ tag }) => tag('og:title')),
  ),
  rule('content', 'PubDate', (value) =>
    isMinute(value) ? undefined : '不是“年-月-日 时:分”，要有首次发布的时刻，不能只有日期',
  ),
  rule('content', 'ContentSource', words),
  rule('content', 'Keywords', words),
  rule('content', 'Author', words),
  rule(
    'content',
    'Image',
    is('分享图片', ({ tag }) => tag('og:image')),
  ),
  rule(
    'content',
    'Url',
    is('本页网址', ({ address }) => address),
  ),
  rule('content', 'article:published_time', (value) =>
    isMoment(value) ? undefined : '不是一个日期或带时区的时刻',
  ),
];

/** `2026-03-26 14:02`, a minute that the calendar has. */
export function isMinute(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(value) && isInstant(`${value.replace(' ', 'T')}:00Z`);
}

/** A day, or an instant with its offset. */
function isMoment(value: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return isInstant(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/.test(value) && isInstant(`${value.slice(0, 19)}Z`);
}

/** Whether the calendar has it: 31 February becomes another day. */
function isInstant(spelled: string): boolean {
  const date = new Date(spelled);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(spelled.slice(0, 19));
}
