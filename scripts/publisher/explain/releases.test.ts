import { expect, test } from 'vitest';
import type { Cause, Release, ReleasedFile } from '../ports.ts';
import { everything, listReleases, releaseLines, summary } from './releases.ts';

const release = (number: number, more: Partial<Release> = {}): Release => ({
  number,
  kind: 'content',
  epoch: 'epoch-a1',
  revision: number * 10,
  bundle: 'b',
  frame: 'f',
  at: '2026-11-23T16:02:07.000Z',
  counts: { pages: 30, viewed: 5, rendered: 4, written: 4, removed: 1 },
  note: undefined,
  ...more,
});

const file = (path: string, more: Partial<ReleasedFile>): ReleasedFile => ({
  ...{ path, release: 2, origin: 'page', kind: 'article', status: 200, location: undefined },
  ...{ view: undefined, object: 'o' as ReleasedFile['object'], size: 1, cause: undefined },
  ...more,
});

const causes: Cause[] = [
  { type: 'article', id: 'a', revision: 19, act: '发布', title: '揭牌' },
  { type: 'article', id: 'b', revision: 20, act: '撤稿', title: '（已撤下）' },
];

const state = {
  releases: (limit: number) => [release(2), release(1)].slice(0, limit),
  release: (number: number) => [release(1), release(2)].find((one) => one.number === number),
  lastRelease: () => release(2),
  pinned: () => 1,
  causes: (number: number) => (number === 2 ? causes : []),
  changedIn: (number: number) =>
    number === 2
      ? [
          ...['/1/', '/2/', '/3/', '/4/'].map((path) => file(path, { cause: 0 })),
          file('/b/', { cause: 1, object: undefined }),
          file('/c/', {}),
        ]
      : [],
};

test('each act has its pages; what no single act led to stands last', () => {
  const [newest] = listReleases(state, { limit: 1 });
  expect(newest?.effects.map(({ cause, changed, removed }) => [cause?.act, changed, removed])).toEqual([
    ['发布', ['/1/', '/2/', '/3/', '/4/'], []],
    ['撤稿', [], ['/b/']],
    [undefined, ['/c/'], []],
  ]);
});

test('the summary tells a few paths, in the time of Shanghai, and marks what is live and what is pinned', () => {
  const [newest, older] = listReleases(state, { limit: 5 });
  expect(newest && releaseLines(newest, summary)).toEqual([
    '第 2 次  2026-11-24 00:02:07  内容  修订 20  生成 4 页，写入 4 个文件，去掉 1 个，共 30 页  ● 线上',
    '    发布新闻「揭牌」 → 4 个文件：/1/ /2/ /3/ …',
    '    撤稿新闻（已撤下） → 1 个文件：−/b/',
    '    不单独归于哪件事 → 1 个文件：/c/',
  ]);
  expect(older && releaseLines(older, summary)[0]).toMatch(/📌 固定在此$/);
});

test('one release is told with every path', () => {
  const [only, ...more] = listReleases(state, { limit: 20, number: 2 });
  expect(more).toEqual([]);
  expect(only && releaseLines(only, everything)).toContain('      /4/');
  expect(listReleases(state, { limit: 20, number: 9 })).toEqual([]);
});
