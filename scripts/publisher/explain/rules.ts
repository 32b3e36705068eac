/** Why a page of a kind exists, in Chinese. The kinds are those of `place.ts`, and what the site adds to them. */
import { typeNames } from '../verify/texts.ts';

const singles: Readonly<Record<string, string>> = {
  home: '首页，总是有',
  rss: '全站的 RSS 订阅，总是有',
  sitemap: '给搜索引擎的网站地图，总是有',
  'sitemap-news': '给新闻搜索的网站地图：最新两天的新闻，有新闻时才有',
  'site-map': '给读者看的网站地图，总是有',
  'rss-index': '全部 RSS 订阅的目录，总是有',
  robots: '给搜索引擎的说明（robots.txt），总是有',
  'sitemap-part': '网站地图的一部分：一类内容的一个月，或没有日期的内容',
  moved: '内容换了网址，旧网址引到新的（301）',
  'moved-feed': '栏目、科室或系列换了网址，旧的 RSS 订阅引到新的（301）',
  withdrawn: '内容已撤稿，原网址显示撤稿说明（410）',
  removed: '内容已下线，原网址说明已经没有（410）',
  'not-found': '网址不存在时的页面，总是有',
  gone: '内容已下线时的页面，总是有',
  'site-style': '站点设置写成的样式表：默认字号、全站置灰，总是有',
};

/** One sentence; for a kind that nobody described, the kind itself. */
export function ruleOf(kind: string): string {
  const single = singles[kind];
  if (single !== undefined) return single;
  const [, type = '', rest = ''] = /^([a-z]+?)(-[a-z-]+)?$/.exec(kind) ?? [];
  const name = typeNames[type as keyof typeof typeNames];
  if (name === undefined) return `网站模板安排的页面（${kind}）`;
  switch (rest) {
    case '':
      return `每个已发布的${name}有一页`;
    case '-index':
      return `全部${name}的列表`;
    case '-month':
      return `${name}在每个有内容的月份有一页，满 50 条分页`;
    case '-index-month':
      return `有${name}的每个月份有一页，满 50 条分页`;
    case '-feed':
      return `每个有内容的${name}有自己的 RSS 订阅`;
    default:
      return `网站模板为${name}安排的页面（${kind}）`;
  }
}
