/** The smallest items that the contract takes, to be varied by a test. */
import type { ItemOf } from '@xinglin/shared/content/item.js';

export const site: ItemOf<'site'> = {
  type: 'site',
  id: 'site',
  url: 'https://news.example.cn',
  name: '杏林医院',
  organisation: '杏林医院',
  navigation: [],
  friendLinks: [],
  breadcrumb: { prefix: '首页', separator: '›' },
  elderModeLabel: '长者模式',
  defaultFontSize: 18,
  greyscale: false,
};

export const channel: ItemOf<'channel'> = {
  type: 'channel',
  id: 'dongtai',
  slug: 'dong-tai',
  name: '新闻动态',
  category: '新闻',
  order: 0,
};

export const article = (id: string, more: Partial<ItemOf<'article'>> = {}): ItemOf<'article'> => ({
  type: 'article',
  id,
  slug: id,
  title: `第 ${id} 篇`,
  body: '正文。',
  publishedOn: '2026-11-01',
  firstPublishedAt: '2026-11-01T09:00:00+08:00',
  pinned: false,
  aiAssisted: false,
  attachments: [],
  corrections: [],
  channel: 'dongtai',
  alsoIn: [],
  sources: [{ kind: '科室', label: '宣传中心' }],
  tags: [],
  related: { departments: [], doctors: [], articles: [], consultations: [], videos: [], diseases: [] },
  ...more,
});

export const tag = (id: string, name = id): ItemOf<'tag'> => ({ type: 'tag', id, slug: id, name });

export const media = (id: string, sha256: string, more: Partial<ItemOf<'media'>> = {}): ItemOf<'media'> => ({
  type: 'media',
  id,
  sha256,
  name: `${id}.png`,
  ext: '.png',
  mime: 'image/png',
  size: 1,
  width: 300,
  height: 200,
  alt: '图',
  decorative: false,
  ...more,
});
