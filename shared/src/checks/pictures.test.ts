import { expect, test } from 'vitest';
import { missingPicture, missingPictures } from './pictures.ts';

test('a place is found again under its name, line and neighbour', () => {
  const body = `第一段。\n\n${missingPicture('图片3.jpg')}\n\n第二段。\n\n${missingPicture('图片4.jpg')}`;
  expect(missingPictures(body)).toEqual([
    { name: '图片3.jpg', at: 6, line: 3, after: '第一段。' },
    { name: '图片4.jpg', at: body.lastIndexOf('!['), line: 7, after: '第二段。' },
  ]);
});

test('the plain form is the one that the contract spells', () => {
  expect(missingPicture('图片3.jpg')).toBe('![图片3.jpg](missing:图片3.jpg)');
});

test('names with spaces and brackets survive', () => {
  const name = '合影 (1) 50%[终].jpg';
  expect(missingPictures(missingPicture(name)).map((picture) => picture.name)).toEqual([name]);
});

test('pictures that are there are not missing', () => {
  expect(missingPictures('![合影](media:abc)')).toEqual([]);
});
