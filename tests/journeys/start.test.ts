import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { administrator, root, runScript, runVerb, startNewsroom } from '../rigs/newsroom.ts';
import { signIn } from '../rigs/office.ts';
import { freePorts } from '../rigs/ports.ts';
import { newsroomProcesses } from '../rigs/processes.ts';
import { temporaryFolder } from '../rigs/temporary.ts';
import { until } from '../rigs/until.ts';

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'leaves no process behind after %s, and a second start loses nothing',
    async (signal) => {
      using folder = temporaryFolder();
      const first = await startNewsroom({ dataDir: folder.path });
      const office = await signIn(first.cmsUrl);
      const channel = await office.create('api::channel.channel', {
        name: '新闻动态',
        category: '新闻',
        order: 1,
      });
      const running = newsroomProcesses(folder.path);
      expect(running.length).toBeGreaterThanOrEqual(2);
      await first.stop(signal);
      await until('every process to be gone', () => newsroomProcesses(folder.path).length === 0, {
        seconds: 20,
      });

      await using second = await startNewsroom({ dataDir: folder.path });
      const seconds = Number(/用时 ([\d.]+) 秒/.exec(second.output())?.[1]);
      expect(seconds).toBeLessThan(15);
      const kept = await (await signIn(second.cmsUrl)).find('api::channel.channel');
      expect(kept.map(({ documentId }) => documentId)).toEqual([channel.documentId]);
      expect(second.output()).not.toContain('登录密码');
    },
  );

  test('ends everything even when its outermost process is killed', async () => {
    using folder = temporaryFolder();
    const newsroom = await startNewsroom({ dataDir: folder.path });
    await newsroom.stop('SIGKILL');
    await until('every process to be gone', () => newsroomProcesses(folder.path).length === 0, {
      seconds: 25,
    });
  });

  test('shows a generated password once and stores only its hash', async () => {
    using folder = temporaryFolder();
    await using newsroom = await startNewsroom({
      dataDir: folder.path,
      env: { XINGLIN_ADMIN_EMAIL: '', XINGLIN_ADMIN_PASSWORD: '' },
    });
    const email = /登录邮箱\s+(\S+)/.exec(newsroom.output())?.[1] as string;
    const password = /登录密码\s+([^\s（]+)/.exec(newsroom.output())?.[1] as string;
    expect(password.length).toBeGreaterThanOrEqual(16);
    await signIn(newsroom.cmsUrl, { email, password });
    for (const file of ['cms/data.db', 'logs/cms.log', 'logs/publisher.log']) {
      expect(readFileSync(join(folder.path, file)).includes(password)).toBe(false);
    }
    expect(statSync(join(folder.path, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('says in one sentence which port is taken and what to do', async () => {
    using folder = temporaryFolder();
    const [sitePort, cmsPort] = (await freePorts(2)) as [number, number];
    const squatter = createServer().listen(cmsPort, '127.0.0.1');
    try {
      const { code, output } = await runVerb('start', [], {
        XINGLIN_DATA_DIR: folder.path,
        XINGLIN_SITE_PORT: String(sitePort),
        XINGLIN_CMS_PORT: String(cmsPort),
      });
      expect(code).toBe(1);
      expect(output).toContain(`端口 ${cmsPort} 已被别的程序占用`);
      expect(output).toContain(`XINGLIN_CMS_PORT=${cmsPort + 1}`);
    } finally {
      squatter.close();
    }
  });

  test('refuses a data folder it cannot use and a port that is none', async () => {
    const folder = await runVerb('start', [], { XINGLIN_DATA_DIR: '/proc/xinglin/data' });
    expect(folder.code).toBe(1);
    expect(folder.output).toContain('数据文件夹 /proc/xinglin/data 不能写入');
    const port = await runVerb('start', [], { XINGLIN_SITE_PORT: '80a' });
    expect(port.code).toBe(2);
    expect(port.output).toContain('XINGLIN_SITE_PORT');
  });

  test('says that the registry cannot be reached when nothing is installed yet', async () => {
    using folder = temporaryFolder();
    for (const name of [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'scripts/run.mjs',
      'scripts/commands/start.ts',
    ]) {
      mkdirSync(dirname(join(folder.path, name)), { recursive: true });
      copyFileSync(join(root, name), join(folder.path, name));
    }
    const { code, output } = await runScript(join(folder.path, 'scripts/run.mjs'), ['start'], {
      npm_config_cache: join(folder.path, 'cache'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
    });
    expect(code).toBe(1);
    expect(output).toContain('安装失败：连不上 npm 软件源。请检查网络和代理');
  });

  test('runs twice side by side with other ports and data folders', async () => {
    await using one = await startNewsroom();
    await using two = await startNewsroom();
    const create = async (cmsUrl: string, name: string) =>
      (await signIn(cmsUrl, administrator)).create('api::tag.tag', { name });
    await create(one.cmsUrl, '义诊');
    expect(await (await signIn(two.cmsUrl)).find('api::tag.tag')).toEqual([]);
  });
});
