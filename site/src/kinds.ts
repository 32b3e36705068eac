/**
 * Every page kind of the site, by the name that `place.ts` reads from a path.
 *
 * A new kind takes three steps: `views/<kind>.ts` (a `Kind`: paths and view, both pure), a line here, and a page
 * under `pages/` whose `getStaticPaths` is `staticPaths('<kind>')` and which shows `viewOf<…View>(Astro)` and
 * nothing else. Styles stand beside their component and are named in `styles/index.css`.
 */
import { article } from './views/article.ts';
import { campus } from './views/campus.ts';
import { campusIndex } from './views/campus-index.ts';
import { channel } from './views/channel.ts';
import { channelMonth } from './views/channel-month.ts';
import { consultation } from './views/consultation.ts';
import { department } from './views/department.ts';
import { departmentIndex } from './views/department-index.ts';
import { disease } from './views/disease.ts';
import { diseaseIndex } from './views/disease-index.ts';
import { doctor } from './views/doctor.ts';
import { doctorIndex } from './views/doctor-index.ts';
import { groupingKinds } from './views/grouping.ts';
import { home } from './views/home.ts';
import type { Kind } from './views/kind.ts';
import { channelFeed, departmentFeed, seriesFeed } from './views/list-feed.ts';
import { gone, notFound } from './views/lost.ts';
import { notice } from './views/notice.ts';
import { pageIndex } from './views/page-index.ts';
import { robots } from './views/robots.ts';
import { rss } from './views/rss.ts';
import { rssIndex } from './views/rss-index.ts';
import { singlePage } from './views/single-page.ts';
import { siteMap } from './views/site-map.ts';
import { siteStyle } from './views/site-style.ts';
import { sitemap, sitemapPart } from './views/sitemap.ts';
import { sitemapNews } from './views/sitemap-news.ts';
import { topic } from './views/topic.ts';
import { topicIndex } from './views/topic-index.ts';
import { typeKinds } from './views/type-index.ts';
import { video } from './views/video.ts';

const articles = typeKinds('article', '全部新闻', '医院的全部新闻，最新的在前，可以按年月查看。');
const notices = typeKinds(
  'notice',
  '全部通知公告',
  '停诊、节假日门诊、招标采购等全部通知公告，最新的在前，可以按年月查看。',
);
const videos = typeKinds('video', '视频', '医院的全部视频，最新的在前，可以按年月查看。');
const consultations = typeKinds(
  'consultation',
  '健康咨询',
  '患者的提问与医生的解答，最新的在前，可以按年月查看。',
);
const tags = groupingKinds('tag', '标签', '按标签查看医院的新闻。');
const series = groupingKinds('series', '系列', '医院新闻的各个系列。');

export const kinds: Readonly<Record<string, Kind>> = {
  article,
  'article-index': articles.index,
  'article-index-month': articles.month,
  campus,
  'campus-index': campusIndex,
  channel,
  'channel-feed': channelFeed,
  'channel-month': channelMonth,
  consultation,
  'consultation-index': consultations.index,
  'consultation-index-month': consultations.month,
  department,
  'department-feed': departmentFeed,
  'department-index': departmentIndex,
  disease,
  'disease-index': diseaseIndex,
  doctor,
  'doctor-index': doctorIndex,
  gone,
  home,
  'not-found': notFound,
  notice,
  'notice-index': notices.index,
  'notice-index-month': notices.month,
  page: singlePage,
  'page-index': pageIndex,
  robots,
  rss,
  'rss-index': rssIndex,
  series: series.one,
  'series-feed': seriesFeed,
  'series-index': series.index,
  'series-month': series.month,
  'site-style': siteStyle,
  'site-map': siteMap,
  sitemap,
  'sitemap-news': sitemapNews,
  'sitemap-part': sitemapPart,
  tag: tags.one,
  'tag-index': tags.index,
  'tag-month': tags.month,
  topic,
  'topic-index': topicIndex,
  video,
  'video-index': videos.index,
  'video-index-month': videos.month,
};
