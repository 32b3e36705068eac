import { expect, test } from 'vitest';
import { failureBrake, historyBrake, overridden, shrinkBrake, stop, vanishBrake } from './brakes.ts';

const header = {
  kind: 'header',
  format: 'xinglin-feed/1',
  epoch: 'epoch-a1',
  since: 0,
  revision: 40,
} as const;
const pages = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `/news/${at + from}/`);

test('an empty snapshot follows any history', () => {
  expect(historyBrake({ epoch: '', revision: 0 }, header)).toBeUndefined();
});

test('another epoch stops and names both', () => {
  expect(historyBrake({ epoch: 'epoch-b2', revision: 3 }, header)).toMatch(/epoch-b2.*epoch-a1/);
});

test('a head that went backwards stops and names both revisions', () => {
  expect(historyBrake({ epoch: 'epoch-a1', revision: 41 }, header)).toMatch(/41.*40/);
  expect(historyBrake({ epoch: 'epoch-a1', revision: 40 }, header)).toBeUndefined();
});

test('content that shrinks by more than half and more than twenty stops', () => {
  expect(shrinkBrake(100, 49)).toMatch(/100.*49.*51/);
  expect(shrinkBrake(100, 50)).toBeUndefined();
  expect(shrinkBrake(21, 0)).toMatch(/21.*0/);
  expect(shrinkBrake(20, 0)).toBeUndefined();
});

test('a brake that holds says how to go on, and one that was released says by what', () => {
  expect(stop('少了一半。').message).toBe(
    '少了一半。网站没有改动。确认无误后，用 pnpm publish-site --allow-mass-deletion 继续。',
  );
  expect(overridden('少了一半。')).toBe('用 --allow-mass-deletion 放行：少了一半。');
});

const none = new Set<string>();

test('pages that vanish without a tombstone stop above one in ten, and above fifty', () => {
  const brake = (pagesBefore: number, gone: number) =>
    vanishBrake({ pagesBefore, vanished: pages(gone), explained: none });
  expect(brake(100, 10)).toBeUndefined();
  expect(brake(100, 11)).toMatch(/100.*11.*\/news\/0\//);
  expect(brake(10_000, 50)).toBeUndefined();
  expect(brake(10_000, 51)).toMatch(/10000.*51/);
});

test('pages that the office took down do not count', () => {
  const vanished = pages(80);
  expect(vanishBrake({ pagesBefore: 100, vanished, explained: new Set(pages(75)) })).toBeUndefined();
  expect(vanishBrake({ pagesBefore: 100, vanished, explained: new Set(pages(60)) })).toMatch(/20/);
});

test('a site that loses its last page stops, however small it was', () => {
  expect(vanishBrake({ pagesBefore: 2, vanished: pages(2), explained: none })).toMatch(/2/);
  expect(vanishBrake({ pagesBefore: 2, vanished: pages(2), explained: new Set(pages(2)) })).toMatch(/2/);
  expect(vanishBrake({ pagesBefore: 0, vanished: [], explained: none })).toBeUndefined();
});

test('many failing pages mean broken templates, a few mean bad items', () => {
  expect(failureBrake(0, 0, 0)).toBeUndefined();
  expect(failureBrake(20, 30, 30)).toBeUndefined();
  expect(failureBrake(21, 1000, 1000)).toBeUndefined();
  expect(failureBrake(60, 1000, 1000)).toMatch(/1000.*60/);
  expect(failureBrake(3, 3, 3)).toMatch(/3/);
  expect(failureBrake(1, 1, 30)).toBeUndefined();
  expect(failureBrake(21, 21, 30)).toMatch(/21/);
});
