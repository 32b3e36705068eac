import { expect, test } from 'vitest';
import { hospital, make } from '../fixtures/hospital.ts';
import { leadPictureOf } from './lead-picture.ts';

const cover = make('media', 'tu', { alt: '现场', caption: '揭牌', credit: '林见清' });
const lead = (body: string, ...more: Parameters<typeof hospital>) => {
  const article = make('article', 'a', { cover: 'tu', body });
  return leadPictureOf(hospital(cover, article, ...more), article);
};

test('a cover that the text does not show stands before it, with its words and who took it', () => {
  expect(lead('正文。')).toMatchObject({ picture: { alt: '现场' }, caption: '揭牌（摄影：林见清）' });
});
test('a cover that the text shows is not shown twice', () => {
  expect(lead('![现场](media:tu)')).toBeUndefined();
});
test('nor one whose bytes the text shows under another name', () => {
  const again = make('media', 'zai', { sha256: cover.sha256 });
  expect(lead('![现场](media:zai)', again)).toBeUndefined();
  expect(lead('![现场](media:ling)', make('media', 'ling', { sha256: 'cd'.repeat(32) }))).toBeDefined();
});
test('a broken cover is not shown', () => {
  expect(lead('正文。', make('media', 'tu', { broken: '文件损坏' }))).toBeUndefined();
});
