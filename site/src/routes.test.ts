import { NoSuchView } from '@xinglin/shared/renderer.js';
import { openSnapshot } from '@xinglin/shared/snapshot.js';
import { describe, expect, test } from 'vitest';
import { hospital, make } from './fixtures/hospital.ts';
import { plan, route, view } from './routes.ts';

const snapshot = hospital(
  make('channel', 'kong', { slug: 'kong', name: '空栏目' }),
  make('article', 'a'),
  make('article', 'b', { slug: 'di-er-pian', publishedOn: '2026-10-01' }),
  make('notice', 'n'),
);
const paths = plan(snapshot).map(({ path }) => path);

describe('the plan', () => {
  test('names each route once, in code-unit order', () => {
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual([...paths].sort());
  });
  test('has a view for every route', () => {
    for (const path of paths) expect(view(snapshot, path)).toBeTypeOf('object');
  });
  test('gives the same bytes of every view when it is asked again', () => {
    for (const path of paths) {
      expect(JSON.stringify(view(snapshot, path))).toBe(JSON.stringify(view(snapshot, path)));
    }
  });
  test('says what the error pages answer', () => {
    expect(plan(snapshot).filter(({ status }) => status !== 200)).toEqual([
      { path: '/404.html', kind: 'not-found', status: 404 },
      { path: '/410.html', kind: 'gone', status: 410 },
    ]);
  });
  test('leaves out a channel that holds nothing', () => {
    expect(paths).toContain('/xin-wen/');
    expect(paths.filter((path) => path.startsWith('/kong/'))).toEqual([]);
  });
  test('is empty while the site settings are missing', () => {
    expect(plan(openSnapshot(':memory:', { readOnly: false }))).toEqual([]);
  });
  test('answers for each of its paths alone as for all, and for no other', () => {
    for (const one of plan(snapshot)) expect(route(snapshot, one.path)).toEqual(one);
    expect(route(snapshot, '/news/mei-you/')).toBeUndefined();
  });
});

describe('a path without a page', () => {
  test.each(['/news/mei-you/', '/kong/', '/kong/feed.xml', '/admin/', '/xin-wen/2020/01/'])(
    'is refused by name: %s',
    (path) => {
      expect(() => view(snapshot, path)).toThrow(NoSuchView);
      expect(() => view(snapshot, path)).toThrow(path);
    },
  );
});
