import { expect, test } from 'vitest';
import { coordinates, mapLinks, placeOf } from './maps.ts';

const place = { latitude: 39.93, longitude: 116.38 };

test('a map on the web is told longitude first and that these are WGS 84; the reader’s own, latitude first', () => {
  const [web, own] = mapLinks('总院 & 东区', place);
  expect(Object.fromEntries(new URL(web?.path ?? '').searchParams)).toEqual({
    position: '116.38,39.93',
    name: '总院 & 东区',
    coordinate: 'wgs84',
  });
  expect(own?.path).toBe('geo:39.93,116.38');
});

test('coordinates are told in words, on every side of the earth', () => {
  expect(coordinates(place)).toBe('北纬 39.93°，东经 116.38°');
  expect(coordinates({ latitude: -33.9, longitude: -70.6 })).toBe('南纬 33.9°，西经 70.6°');
});

test('a place is known by both of its coordinates', () => {
  expect(placeOf(place)).toEqual(place);
  expect(placeOf({ latitude: 0, longitude: 0 })).toEqual({ latitude: 0, longitude: 0 });
  expect([placeOf({ latitude: 39 }), placeOf({})]).toEqual([undefined, undefined]);
});
