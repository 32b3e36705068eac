import { describe, expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { view } from '../routes.ts';
import type { ArticleView } from './article.ts';

const see = (snapshot: ReturnType<typeof hospital>, slug = 'wen-zhang') =>
  view(snapshot, `/news/${slug}/`) as ArticleView;

describe('an article’s page', () => {
  test('shows the way from home through the entrance', () => {
    const snapshot = hospital(
      make('channel', 'rukou', { slug: 'gong-zhong', name: '公众入口' }),
      make('channel', 'xinwen', { parent: 'rukou' }),
      make('article', 'a'),
    );
    expect(see(snapshot).crumbs).toEqual({
      prefix: '您所在的位置：',
      separator: '>>',
      items: [
        { label: '首页', path: '/' },
        { label: '公众入口', path: '/gong-zhong/' },
        { label: '新闻动态', path: '/xin-wen/' },
        { label: '正文' },
      ],
    });
  });

  test('names sources as they were and links what they are now', () => {
    const snapshot = hospital(
      make('department', 'xinnei', { name: '心脏中心' }),
      make('campus', 'dong'),
      make('article', 'a', {
        sources: [
          { kind: '科室', label: '心内科', department: 'xinnei' },
          { kind: '院区', label: '东院', campus: 'dong' },
          { kind: '外部单位', label: '市卫健委', url: 'https://wjw.example.cn/' },
          { kind: '科室', label: '已撤销的科室', department: 'buzai' },
        ],
      }),
    );
    expect(see(snapshot).sources).toEqual([
      { label: '心内科', url: '/departments/xin-nei/', outside: false },
      { label: '东院', url: '/campuses/dong-qu/', outside: false },
      { label: '市卫健委', url: 'https://wjw.example.cn/', outside: true },
      { label: '已撤销的科室', url: undefined, outside: false },
    ]);
  });

  test('offers attachments with kind and size, and none that is broken', () => {
    const snapshot = hospital(
      make('media', 'pdf', { name: '章程.pdf', ext: '.pdf', mime: 'application/pdf', size: 1_258_291 }),
      make('media', 'huai', { name: '坏.pdf', ext: '.pdf', mime: 'application/pdf', broken: '文件损坏' }),
      make('article', 'a', {
        attachments: [
          { media: 'pdf', name: '章程.pdf' },
          { media: 'huai', name: '坏.pdf' },
          { media: 'wu', name: '没有.pdf' },
        ],
      }),
    );
    expect(see(snapshot).attachments).toMatchObject([{ name: '章程.pdf', kind: 'PDF', size: '1.2 MB' }]);
  });

  test('has tags and series only where they are presented', () => {
    const snapshot = hospital(
      make('tag', 'kepu'),
      make('article', 'a', { tags: ['kepu', 'wu'], series: 'wu' }),
    );
    expect(see(snapshot).tags).toEqual([{ label: '科普', path: '/tags/ke-pu/' }]);
    expect(see(snapshot).series).toBeUndefined();
  });

  test('has no picture where the office still has to fill a place', () => {
    const html = see(
      hospital(make('article', 'a', { body: '前。\n\n![图片3.jpg](missing:图片3.jpg)\n\n后。' })),
    );
    expect(html.bodyHtml).not.toMatch(/<(img|figure|picture)/);
    expect(html.bodyHtml).not.toContain('图片3');
  });

  test('says what was put right, and when last', () => {
    const corrections = [
      { on: '2026-11-02', text: '日期有误。' },
      { on: '2026-11-05', text: '姓名有误。' },
    ];
    const seen = see(hospital(make('article', 'a', { corrections })));
    expect(seen.corrections).toEqual(corrections);
    expect(seen.correctedOn).toBe('2026-11-05');
    expect(see(hospital(make('article', 'a'))).correctedOn).toBeUndefined();
  });

  test('leaves a link’s text where nothing stands at its path', () => {
    const body = '见[心内科](/departments/xin-nei/)与[旧闻](/news/bu-zai/)。';
    const html = see(hospital(make('article', 'a', { body }))).bodyHtml;
    expect(html).toContain('<a href="/departments/xin-nei/">心内科</a>');
    expect(html).toContain('与旧闻。');
  });
});

describe('neighbours in the channel', () => {
  const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'];
  const articles = days.map((publishedOn, index) =>
    make('article', `a${index}`, { slug: `di-${index}`, title: `第${index}篇`, publishedOn }),
  );
  const before = hospital(...articles);

  test('are the next older and the next newer', () => {
    const { older, newer } = see(before, 'di-1');
    expect([older?.path, newer?.path]).toEqual(['/news/di-0/', '/news/di-2/']);
  });
  test('are called by their short titles', () => {
    const short = make('article', 'a9', { slug: 'di-9', shortTitle: '短', publishedOn: '2026-10-05' });
    expect(see(hospital(...articles, short), 'di-3').newer?.label).toBe('短');
  });
  test('let a new article touch the page of one older article only', () => {
    const added = make('article', 'z', { slug: 'xin', publishedOn: '2026-11-11' });
    const after = hospital(...articles, added);
    const touched = articles.filter(
      ({ slug }) => JSON.stringify(see(before, slug)) !== JSON.stringify(see(after, slug)),
    );
    expect(touched.map(({ slug }) => slug)).toEqual(['di-3']);
  });
});
