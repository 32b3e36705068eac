import type { Article } from '@xinglin/shared/content/article.js';
import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { relatedTabs } from './article-related.ts';

const none: Article['related'] = {
  departments: [],
  doctors: [],
  articles: [],
  consultations: [],
  videos: [],
  diseases: [],
};
const article = (id: string, publishedOn: string, facts: Partial<Article> = {}) =>
  make('article', id, { slug: id, title: id, publishedOn, ...facts });
const elsewhere: Article['sources'] = [{ kind: '外部单位', label: '市卫健委' }];
const tab = (tabs: ReturnType<typeof relatedTabs>, key: string) =>
  tabs.find((one) => one.key === key)?.entries.map(({ path, reason }) => [path, reason]);

describe('related tabs', () => {
  test('that would be empty are absent', () => {
    const only = article('a', '2026-11-01', { sources: elsewhere });
    expect(relatedTabs(hospital(only), only)).toEqual([]);
  });
  test('stand in one fixed order', () => {
    const self = article('a', '2026-11-01', { related: { ...none, diseases: ['gao'], doctors: ['ren'] } });
    const tabs = relatedTabs(hospital(self, make('doctor', 'ren'), make('disease', 'gao')), self);
    expect(tabs.map(({ label }) => label)).toEqual(['相关科室', '相关医生', '相关疾病']);
  });
  test('show what was picked first and say why the rest follows', () => {
    const self = article('a', '2026-11-01', { series: 'xie', related: { ...none, articles: ['picked'] } });
    const snapshot = hospital(
      self,
      make('series', 'xie'),
      article('picked', '2020-01-01'),
      article('sibling', '2026-09-01', { series: 'xie' }),
      article('neighbour', '2026-10-01', { sources: elsewhere }),
    );
    expect(tab(relatedTabs(snapshot, self), 'articles')).toEqual([
      ['/news/picked/', '编辑推荐'],
      ['/news/sibling/', '同系列'],
      ['/news/neighbour/', '同栏目'],
    ]);
  });
  test('derive articles by series, doctors, departments, diseases, tags and channel, in this order', () => {
    const facts = {
      series: { series: 'xie' },
      doctors: { related: { ...none, doctors: ['ren'] } },
      departments: { related: { ...none, departments: ['xinnei'] } },
      diseases: { related: { ...none, diseases: ['gao'] } },
      tags: { tags: ['kepu'] },
    };
    const self = article('self', '2026-11-01', {
      ...facts.series,
      ...facts.tags,
      related: { ...none, doctors: ['ren'], diseases: ['gao'] },
    });
    const kin = Object.entries(facts).map(([id, more], index) =>
      article(id, `2026-01-0${index + 1}`, { channel: 'ta', sources: elsewhere, ...more }),
    );
    const hubs = [make('series', 'xie'), make('doctor', 'ren'), make('disease', 'gao'), make('tag', 'kepu')];
    const snapshot = hospital(
      self,
      ...kin,
      ...hubs,
      article('channel', '2020-01-01', { sources: elsewhere }),
    );
    expect(tab(relatedTabs(snapshot, self), 'articles')).toEqual([
      ['/news/series/', '同系列'],
      ['/news/doctors/', '同医生'],
      ['/news/departments/', '同科室'],
      ['/news/diseases/', '同疾病'],
      ['/news/tags/', '同标签'],
      ['/news/channel/', '同栏目'],
    ]);
  });
  test('leave room: of a long series the three before it, and what is near otherwise', () => {
    const self = article('self', '2026-11-01', { series: 'xie' });
    const siblings = [1, 2, 3, 4, 5].map((day) =>
      article(`s${day}`, `2026-02-0${day}`, { series: 'xie', sources: elsewhere, channel: 'ta' }),
    );
    const older = article('older', '2020-01-01', { sources: elsewhere });
    const snapshot = hospital(self, make('series', 'xie'), ...siblings, older);
    expect(tab(relatedTabs(snapshot, self), 'articles')?.map(([path]) => path)).toEqual([
      '/news/s5/',
      '/news/s4/',
      '/news/s3/',
      '/news/older/',
    ]);
  });
  test('bring answers and videos of the people named before those of the department', () => {
    const self = article('self', '2026-11-01', { related: { ...none, doctors: ['ren'] } });
    const snapshot = hospital(
      self,
      make('doctor', 'ren'),
      make('video', 'a', { slug: 'a', departments: ['xinnei'], publishedOn: '2026-09-01' }),
      make('video', 'b', { slug: 'b', doctors: ['ren'], publishedOn: '2026-01-01' }),
      make('consultation', 'c', { slug: 'c', departments: ['xinnei'], answeredOn: '2026-09-01' }),
      make('consultation', 'd', { slug: 'd', answeredBy: 'ren', answeredOn: '2026-01-01' }),
    );
    const tabs = relatedTabs(snapshot, self);
    expect(tab(tabs, 'videos')).toEqual([
      ['/videos/b/', '同医生'],
      ['/videos/a/', '同科室'],
    ]);
    expect(tab(tabs, 'consultations')).toEqual([
      ['/consultations/d/', '同医生'],
      ['/consultations/c/', '同科室'],
    ]);
  });
  test('call an article by its short title', () => {
    const self = article('self', '2026-11-01');
    const brief = article('brief', '2026-01-01', { title: '很长很长的标题', shortTitle: '短标题' });
    const [articles] = relatedTabs(hospital(self, brief), self).filter(({ key }) => key === 'articles');
    expect(articles?.entries[0]?.title).toBe('短标题');
  });
  test('know no kin by a series or a tag that is not shown', () => {
    const self = article('self', '2026-11-01', { series: 'wu', tags: ['wu'], sources: elsewhere });
    const other = article('other', '2026-01-01', {
      series: 'wu',
      tags: ['wu'],
      channel: 'ta',
      sources: elsewhere,
    });
    expect(relatedTabs(hospital(self, other), self)).toEqual([]);
  });
  test('derive only what is older, so that later news leaves the page alone', () => {
    const self = article('a', '2026-11-01');
    const later = hospital(
      self,
      article('later', '2026-11-02'),
      make('video', 'v', { departments: ['xinnei'], publishedOn: '2026-12-01' }),
      make('consultation', 'c', { departments: ['xinnei'], answeredOn: '2026-12-01' }),
    );
    expect(relatedTabs(later, self)).toEqual(relatedTabs(hospital(self), self));
  });
  test('never show a doctor who has left or the article itself', () => {
    const self = article('a', '2026-11-01', { related: { ...none, articles: [] } });
    const snapshot = hospital(self, make('doctor', 'ren', { status: '离院' }));
    expect(tab(relatedTabs(snapshot, self), 'doctors')).toBeUndefined();
    expect(tab(relatedTabs(snapshot, self), 'articles')).toBeUndefined();
  });
  test('stop deriving at six, and show every picked one', () => {
    const picked = Array.from({ length: 8 }, (_, index) => article(`p${index}`, '2026-01-01'));
    const self = article('a', '2026-11-01', {
      related: { ...none, articles: picked.map(({ id }) => id) },
    });
    const more = Array.from({ length: 8 }, (_, index) => article(`m${index}`, '2026-02-01'));
    expect(tab(relatedTabs(hospital(self, ...picked, ...more), self), 'articles')).toHaveLength(8);
    const plain = article('b', '2026-11-01');
    expect(tab(relatedTabs(hospital(plain, ...more), plain), 'articles')).toHaveLength(6);
  });
});
