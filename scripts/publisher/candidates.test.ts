import type { ObjectDigest, ViewDigest } from '@xinglin/shared/digest.js';
import type { Route } from '@xinglin/shared/renderer.js';
import { expect, test } from 'vitest';
import { candidates, lostFiles, planProblem } from './candidates.ts';
import type { FileRecord, Origin } from './ports.ts';

const route = (path: string, kind = 'article'): Route => ({ path, kind, status: 200 });
const record = (path: string, more: Partial<FileRecord> = {}): [string, FileRecord] => [
  path,
  {
    path,
    origin: 'page',
    kind: 'article',
    status: 200,
    view: 'v' as ViewDigest,
    object: 'o' as ObjectDigest,
    size: 1,
    mtime: 1,
    ...more,
  },
];
const paths = (routes: readonly { path: string }[]) => routes.map(({ path }) => path);
const planned = [route('/news/a/'), route('/news/b/'), route('/news/c/')];

test('only affected pages are looked at when all is known', () => {
  const files = new Map([record('/news/a/'), record('/news/b/'), record('/news/c/')]);
  expect(paths(candidates(planned, [route('/news/b/')], { files, unknown: new Set() }))).toEqual([
    '/news/b/',
  ]);
});

test('a new page, an unknown one, one without a view and one of another status are looked at', () => {
  const files = new Map([record('/news/b/'), record('/news/c/', { view: undefined })]);
  expect(paths(candidates(planned, [], { files, unknown: new Set(['/news/b/']) }))).toEqual(paths(planned));
  const other = new Map([record('/news/a/', { status: 410 }), record('/news/b/'), record('/news/c/')]);
  expect(paths(candidates(planned, [], { files: other, unknown: new Set() }))).toEqual(['/news/a/']);
});

test('what nothing wants any more is lost, but hashed assets stay for pages still open', () => {
  const asset: Origin = 'asset';
  const files = new Map([
    record('/news/a/'),
    record('/news/z/'),
    record('/_astro/old.css', { origin: asset }),
    record('/old.txt', { origin: asset }),
  ]);
  expect(paths(lostFiles(new Set(['/news/a/']), files))).toEqual(['/news/z/', '/old.txt']);
});

test.each(['/../etc/passwd', '/news/.hidden/', 'news/', '/a//b/', '/a\\b', '/a\0', '/./'])(
  'the plan may not name %j',
  (path) => {
    expect(planProblem([route(path)], [])).toMatch(/不能写成文件/);
  },
);

test('one file may not be two things', () => {
  expect(planProblem([route('/a/')], [{ path: '/a/index.html', source: '' }])).toMatch(/同一个文件/);
  expect(planProblem([route('/'), route('/a/'), route('/rss.xml')], [])).toBeUndefined();
});
