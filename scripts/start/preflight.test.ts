import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePorts } from '../../tests/rigs/ports.ts';
import { temporaryFolder } from '../../tests/rigs/temporary.ts';
import { acquireLock } from '../publisher/adapters/lock.ts';
import { readSettings } from '../settings.ts';
import { preflight, roomProblem } from './preflight.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const settings = (env: Record<string, string>) => readSettings({ XINGLIN_DATA_DIR: folder.path, ...env });

describe('before anything is built', () => {
  test('a weak password is named, with the reason', async () => {
    await expect(preflight(settings({ XINGLIN_ADMIN_PASSWORD: 'abc' }))).rejects.toThrow(
      'XINGLIN_ADMIN_PASSWORD 不能用：至少要 12 个字符',
    );
  });

  test('a setting of the notifications that cannot be used is named, without its value', async () => {
    const env = { XINGLIN_NOTIFY_URL: 'https://hooks.example.test', XINGLIN_NOTIFY_SECRETS: 'geheim' };
    await expect(preflight(settings(env))).rejects.toThrow(/XINGLIN_NOTIFY_SECRETS(?!.*geheim)/);
  });

  test('the CMS is handed whom it tells and the way out of the house, and nothing else of the environment', () => {
    const env = {
      XINGLIN_NOTIFY_URL: 'x',
      HTTPS_PROXY: 'p',
      NODE_USE_ENV_PROXY: '1',
      HOME: '/root',
      XINGLIN_NOTIFY_SECRETS: '',
    };
    expect(settings(env).notify).toEqual({
      XINGLIN_NOTIFY_URL: 'x',
      HTTPS_PROXY: 'p',
      NODE_USE_ENV_PROXY: '1',
    });
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

  test('a second start on the same folder is told who works there, and ends with exit code 3', async () => {
    const [a, b, c, d] = (await freePorts(4)).map(String) as [string, string, string, string];
    const first = await preflight(settings({ XINGLIN_SITE_PORT: a, XINGLIN_CMS_PORT: b }));
    const second = preflight(settings({ XINGLIN_SITE_PORT: c, XINGLIN_CMS_PORT: d }));
    await expect(second).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(`进程 ${process.pid}`),
    });
    first.release();
    (await preflight(settings({ XINGLIN_SITE_PORT: c, XINGLIN_CMS_PORT: d }))).release();
  });

  test('a publisher that runs by itself is in the way', async () => {
    const [sitePort, cmsPort] = (await freePorts(2)).map(String) as [string, string];
    const wanted = settings({ XINGLIN_SITE_PORT: sitePort, XINGLIN_CMS_PORT: cmsPort });
    const publisher = acquireLock(join(folder.path, 'publisher', 'publisher.lock'));
    await expect(preflight(wanted)).rejects.toMatchObject({ exitCode: 3 });
    publisher.release();
    (await preflight(wanted)).release();
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
