/** What every kind of page tells schema.org, by path. */
import { fullHospital } from '../../fixtures/full-pages.ts';
import { view } from '../../routes.ts';
import type { PageView } from '../page.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { medicalClinic, physician } from './care.ts';
import { campusHospital, hospital } from './hospital.ts';
import { medicalCondition, questionAndAnswer, videoObject } from './knowledge.ts';
import { newsArticle, noticeArticle } from './news.ts';
import type { Thing } from './thing.ts';

type Describe = (view: never) => Thing[];

const pages: Readonly<Record<string, Describe>> = {
  '/': hospital,
  '/news/wen-zhang/': newsArticle,
  '/news/duan/': newsArticle,
  '/notices/tong-zhi/': noticeArticle,
  '/notices/bu/': noticeArticle,
  '/pages/jian-jie/': () => [],
  '/campuses/dong-qu/': campusHospital,
  '/departments/xin-nei/': medicalClinic,
  '/doctors/ren-jing-yi/': physician,
  '/doctors/sun/': physician,
  '/diseases/gao-xue-ya/': medicalCondition,
  '/videos/shi-pin/': videoObject,
  '/consultations/zi-xun/': questionAndAnswer,
  '/consultations/wu-ming/': questionAndAnswer,
};

export const graphs: ReadonlyMap<string, readonly Thing[]> = new Map(
  Object.entries(pages).map(([path, describe]) => {
    const seen = view(fullHospital(), path) as PageView;
    return [path, [...describe(seen as never), ...breadcrumbs(seen)]];
  }),
);
