import type { Route } from '@xinglin/shared/renderer.js';
import { expect, test } from 'vitest';
import { planProblem } from './plan-problem.ts';

const route = (path: string, kind = 'article'): Route => ({ path, kind, status: 200 });
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
