import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LogLine, logInto } from '../../../tests/rigs/publisher.ts';
import { temporaryFolder } from '../../../tests/rigs/temporary.ts';
import { releaseLine } from '../release-line.ts';
import { releaseLog } from './release-log.ts';

const line = (number: number) =>
  releaseLine(
    {
      release: {
        ...{ number, kind: 'content', epoch: 'e', revision: 7, bundle: 'b', frame: 'f', note: undefined },
        at: '2026-11-23T08:00:00.000Z',
        counts: { pages: 5, viewed: 3, rendered: 2, written: 2, removed: 0 },
      },
      made: true,
      counts: { pages: 5, viewed: 3, rendered: 2, written: 2, removed: 0 },
      ...{ pageFaults: [], mediaProblems: [], findings: [] },
    },
    [{ type: 'article', id: 'a', revision: 7, act: '发布', title: '题目' }],
    { learned: 100, began: 120, served: 350.4 },
  );

test('every release is one line, with its figures and its causes', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'logs', 'releases.ndjson');
  const write = releaseLog(file, () => {});
  write(line(1));
  write(line(2));
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines.map((text) => JSON.parse(text).release)).toEqual([1, 2]);
  expect(JSON.parse(lines[0] as string)).toEqual({
    ...{ at: '2026-11-23T08:00:00.000Z', release: 1, kind: 'content', revision: 7 },
    ...{ servedAfterMs: 250, publishedInMs: 230, problems: 0, causesInAll: 1 },
    ...{ pages: 5, viewed: 3, rendered: 2, written: 2, removed: 0 },
    causes: [{ type: 'article', id: 'a', revision: 7, act: '发布' }],
  });
});

test('a file that has grown long is put aside', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'releases.ndjson');
  const write = releaseLog(file, () => {}, 10);
  write(line(1));
  write(line(2));
  expect(JSON.parse(readFileSync(`${file}.1`, 'utf8')).release).toBe(1);
  expect(JSON.parse(readFileSync(file, 'utf8')).release).toBe(2);
});

test('a line that cannot be written is told, and stops nothing', () => {
  using folder = temporaryFolder();
  const lines: LogLine[] = [];
  writeFileSync(join(folder.path, 'logs'), '');
  releaseLog(join(folder.path, 'logs', 'releases.ndjson'), logInto(lines))(line(1));
  expect(lines.map(({ event }) => event)).toEqual(['release-log']);
});
