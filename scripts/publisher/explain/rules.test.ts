import { expect, test } from 'vitest';
import { ruleOf } from './rules.ts';

test.each([
  ['home', '首页，总是有'],
  ['article', '每个已发布的新闻有一页'],
  ['doctor-index', '全部医生的列表'],
  ['channel-month', '栏目在每个有内容的月份有一页，满 50 条分页'],
  ['video-index-month', '有视频的每个月份有一页，满 50 条分页'],
  ['channel-feed', '每个有内容的栏目有自己的 RSS 订阅'],
  ['department-feed', '每个有内容的科室有自己的 RSS 订阅'],
  ['site-map', '给读者看的网站地图，总是有'],
  ['moved', '内容换了网址，旧网址引到新的（301）'],
  ['withdrawn', '内容已撤稿，原网址显示撤稿说明（410）'],
  ['poem-wall', '网站模板安排的页面（poem-wall）'],
])('the rule of %s is told', (kind, rule) => {
  expect(ruleOf(kind)).toBe(rule);
});
