import { expect, test } from 'vitest';
import { failureBrake, historyBrake, planBrake, shrinkBrake } from './brakes.ts';

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
  expect(historyBrake({ epoch: 'epoch-b2', revision: 3 }, header)).toMatch(
    /epoch-b2.*epoch-a1.*--accept-shrink/,
  );
});

test('a head that went backwards stops and names both revisions', () => {
  expect(historyBrake({ epoch: 'epoch-a1', revision: 41 }, header)).toMatch(/41.*40.*--accept-shrink/);
  expect(historyBrake({ epoch: 'epoch-a1', revision: 40 }, header)).toBeUndefined();
});

test('content that shrinks by more than half and more than twenty stops', () => {
  expect(shrinkBrake(100, 49)).toMatch(/100.*49.*51/);
  expect(shrinkBrake(100, 50)).toBeUndefined();
  expect(shrinkBrake(21, 0)).toMatch(/21.*0/);
  expect(shrinkBrake(20, 0)).toBeUndefined();
});

test('a plan that loses more than three pages in ten stops, and names some', () => {
  const before = pages(100);
  expect(planBrake(before, new Set(pages(69)))).toMatch(/100.*31.*\/news\/69\//);
  expect(planBrake(before, new Set(pages(70)))).toBeUndefined();
});

test('a few lost pages of a small site are an office at work', () => {
  expect(planBrake(pages(30), new Set(pages(10)))).toBeUndefined();
});

test('a plan of nothing stops even a small site, but not an empty one', () => {
  expect(planBrake(pages(2), new Set())).toMatch(/2/);
  expect(planBrake([], new Set())).toBeUndefined();
});

test('pages added do not hide pages lost', () => {
  expect(planBrake(pages(100), new Set([...pages(60), ...pages(500, 1000)]))).toMatch(/40/);
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
