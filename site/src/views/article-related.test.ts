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
const tab = (tabs: ReturnType<typeof relatedTabs>, key: string) =>
  tabs.find((one) => one.key === key)?.entries.map(({ path, reason }) => [path, reason]);

describe('related tabs', () => {
  test('that would be empty are absent', () => {
    const only = article('a', '2026-11-01', { sources: [{ kind: '外部单位', label: '市卫健委' }] });
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
      article('neighbour', '2026-10-01'),
    );
    expect(tab(relatedTabs(snapshot, self), 'articles')).toEqual([
      ['/news/picked/', '编辑选择'],
      ['/news/sibling/', '同一系列'],
      ['/news/neighbour/', '同一栏目'],
    ]);
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
