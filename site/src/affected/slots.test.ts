import type { Item } from '@xinglin/shared/content/item.js';
import { expect, test } from 'vitest';
import { hospital, make, type Removal } from '../fixtures/hospital.ts';
import { affected } from './affected.ts';

/** Whether home is named where an item gets other content, beside what else there is. */
function namesHome(after: Item, before: Item, ...others: (Item | Removal)[]): boolean {
  const { type, id } = after;
  const delta = [{ type, id, revision: 9, before: { item: before }, after: { item: after } }];
  return new Set(affected(hospital(after, ...others), delta)).has('/');
}

const slot = (url: string) => make('slot', 's', { items: [{ title: '去看看', url }] });
const topic = (intro: string) => make('topic', 't', { intro, formerSlugs: ['jiu'] });
const changed = [topic('新导语'), topic('旧导语')] as const;

test('home is named where a slot leads to what changed, by its address or a former one', () => {
  expect(namesHome(...changed, slot('/topics/zhuan-ti/'))).toBe(true);
  expect(namesHome(...changed, slot('/topics/jiu/'))).toBe(true);
  expect(namesHome(...changed, slot('/topics/bie-de/'))).toBe(false);
});

test('home is named where a slot leads through something removed', () => {
  const removed = (id: string, slug: string, redirectTo: string): Removal => ({
    type: 'page',
    id,
    slug,
    reason: 'redirect',
    redirectTo,
  });
  const way = [removed('p', 'yi-shan', '/pages/zai-shan/'), removed('q', 'zai-shan', '/topics/zhuan-ti/')];
  expect(namesHome(...changed, slot('/pages/yi-shan/'), ...way)).toBe(true);
  const circle = [removed('p', 'yi-shan', '/pages/zai-shan/'), removed('q', 'zai-shan', '/pages/yi-shan/')];
  expect(namesHome(...changed, slot('/pages/yi-shan/'), ...circle)).toBe(false);
});

test('home is named where the picture of what a slot leads to changed', () => {
  const picture = [make('media', 'm', { alt: '新' }), make('media', 'm', { alt: '旧' })] as const;
  const shown = make('topic', 't', { cover: 'm' });
  expect(namesHome(...picture, shown, slot('/topics/zhuan-ti/'))).toBe(true);
  expect(namesHome(...picture, shown)).toBe(false);
});
