import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { until } from '../tests/rigs/until.ts';
import { lineProgress } from './progress.ts';

function stream(isTTY: boolean) {
  const through = Object.assign(new PassThrough(), { isTTY });
  let text = '';
  through.on('data', (part) => {
    text += String(part);
  });
  return { progress: lineProgress(through as unknown as NodeJS.WriteStream), text: () => text };
}

test('a terminal shows in one line how far the step is, and what it took', async () => {
  const { progress, text } = stream(true);
  await progress.during('发布网站', async () => {
    progress.detail('已生成 5 / 10 页');
    await until('the detail', () => text().includes('秒，已生成 5 / 10 页'), { every: 5 });
  });
  expect(text()).toMatch(/✓ 发布网站，\d+\.\d 秒/);
});

test('a log gets a line at the beginning and one at the end, and no detail of short work', async () => {
  const { progress, text } = stream(false);
  await progress.during('发布网站', async () => progress.detail('已生成 5 / 10 页'));
  expect(text()).toMatch(/^▸ 发布网站 …\n✓ 发布网站，\d+\.\d 秒\n$/);
});

test('a step that fails says so, and the fault passes through', async () => {
  const { progress, text } = stream(false);
  const failing = progress.during('发布网站', async () => {
    throw new RangeError('no');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(text()).toContain('秒后失败');
});
