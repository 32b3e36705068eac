import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { preflight, roomProblem } from './preflight.ts';

const settings = (env: Record<string, string>) => readSettings({ XINGLIN_DATA_DIR: tmpdir(), ...env });

describe('before anything is built', () => {
  test('a weak password is named, with the reason', async () => {
    await expect(preflight(settings({ XINGLIN_ADMIN_PASSWORD: 'abc' }))).rejects.toThrow(
      'XINGLIN_ADMIN_PASSWORD 不能用：至少要 12 个字符',
    );
  });

  test('one port for both is refused', async () => {
    const same = { XINGLIN_SITE_PORT: '28911', XINGLIN_CMS_PORT: '28911' };
    await expect(preflight(settings(same))).rejects.toThrow('不能用同一个端口 28911');
  });

  test.each(['127.0.0.1', '::1'])('a site port that is taken on %s alone is found', async (host) => {
    const squatter = createServer().listen(0, host);
    await once(squatter, 'listening');
    try {
      const { port } = squatter.address() as { port: number };
      const taken = settings({ XINGLIN_SITE_PORT: String(port), XINGLIN_CMS_PORT: String(port - 1) });
      await expect(preflight(taken)).rejects.toThrow(`端口 ${port} 已被别的程序占用`);
    } finally {
      squatter.close();
    }
  });
});

describe('room on the disk', () => {
  test('of 500 MB is enough, and less is refused with the figures and the remedy', () => {
    expect(roomProblem('/data', 500 * 1024 * 1024)).toBeUndefined();
    const problem = roomProblem('/data', 500 * 1024 * 1024 - 1);
    expect(problem?.message).toBe('磁盘空间不够：/data 所在的磁盘只剩 499 MB，至少需要 500 MB。');
    expect(problem?.remedy).toContain('XINGLIN_DATA_DIR');
  });
});
