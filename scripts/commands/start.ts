/** `npm start`: from a fresh clone to a served site that publishes by itself. */

import { build } from '../build/run-step.ts';
import { sharedStep } from '../build/steps.ts';
import { type Command, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { tellProgress } from '../publisher/progress-text.ts';
import type { ServiceMessage } from '../publisher/service.ts';
import { readSecrets, readSettings, root } from '../settings.ts';
import { banner } from '../start/banner.ts';
import type { Child } from '../start/child.ts';
import { cmsReady, type FirstAdministrator, startCms } from '../start/cms.ts';
import { startCounting } from '../start/counter.ts';
import { firstRelease, startPublisher } from '../start/publisher.ts';
import { seedIfEmpty } from '../start/seed.ts';
import { supervise } from '../start/supervise.ts';

const command: Command = {
  name: 'start',
  summary: '安装、构建并启动杏林：内容管理后台、自动发布和网站。',
  notes: [
    '退出码 3：这个数据文件夹上已有一个杏林在运行，会说明是哪个进程。',
    '',
    '环境变量：',
    '  XINGLIN_SITE_PORT       网站端口，默认 8080',
    '  XINGLIN_CMS_PORT        管理后台端口，默认 1337',
    '  XINGLIN_CMS_HOST        管理后台监听的地址，默认 127.0.0.1（只限本机）',
    '  XINGLIN_DATA_DIR        所有要保存的东西：数据库、图片、发布状态、网站文件，默认 .xinglin',
    '  XINGLIN_STATUS_PORT     发布程序在本机说明状况的端口，默认自动选一个（pnpm status 会找到它）',
    '  XINGLIN_COUNTER_PORT    浏览计数的端口，默认 8081（被占用时自动换一个）；XINGLIN_COUNTER=off 不启动它',
    '  XINGLIN_SITE_URL        网站对外的地址，默认 http://127.0.0.1:<网站端口>',
    '  XINGLIN_SEED=off        空库不放演示内容',
    '  XINGLIN_ADMIN_EMAIL     第一个管理员的邮箱，默认自动生成',
    '  XINGLIN_ADMIN_PASSWORD  第一个管理员的密码，默认自动生成，只显示一次',
    '  XINGLIN_DATABASE_URL    postgres://…，默认用内置的 SQLite',
    '  XINGLIN_NOTIFY_…        内容上线后通知谁：GitHub 或任意地址，见 docs/operations.md',
  ].join('\n'),
  async run() {
    const began = performance.now();
    const progress = lineProgress();
    let settings = readSettings();
    const interruption = new AbortController();
    const children: Child[] = [];
    let lock: { release(): void } | undefined;
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
      process.on(event, () => interruption.abort());
    }

    try {
      // First the contract, which the checks before the long steps are told in.
      await build(root, progress, [sharedStep], interruption.signal);
      const { preflight } = await import('../start/preflight.ts');
      lock = await preflight(settings);
      await build(root, progress, undefined, interruption.signal);
      const secrets = readSecrets(settings);
      // Before those who have to know its port.
      const counting = settings.counter ? await startCounting(settings, secrets, progress.say) : undefined;
      if (counting !== undefined) {
        settings = counting.settings;
        children.push(counting.part.child);
      }
      let administrator: FirstAdministrator | undefined;
      const cms = () => startCms(settings, secrets, (told) => (administrator = told));
      const first = cms();
      children.push(first);
      await progress.during('启动管理后台', () =>
        whileRunning(cmsReady(first, settings), interruption.signal),
      );
      if (settings.seed) await seedIfEmpty(settings, secrets, progress, interruption.signal);

      const published = Promise.withResolvers<void>();
      const onProgress = tellProgress(progress.detail);
      const publisher = () =>
        startPublisher(settings, secrets, (message) => {
          const told = message as ServiceMessage;
          if (told.kind === 'published') published.resolve();
          if (told.kind === 'progress') onProgress(told.news);
        });
      const firstPublisher = publisher();
      children.unshift(firstPublisher);
      await progress.during('发布网站', () =>
        whileRunning(firstRelease(firstPublisher, published.promise, settings), interruption.signal),
      );

      process.stdout.write(`${banner(settings, administrator, (performance.now() - began) / 1000)}\n`);
      const supervision = supervise(
        [
          { child: firstPublisher, restart: async () => publisher() },
          {
            child: first,
            restart: async () => {
              const again = cms();
              await cmsReady(again, settings);
              return again;
            },
          },
          ...(counting === undefined ? [] : [counting.part]),
        ],
        progress.say,
      );
      interruption.signal.addEventListener('abort', () => supervision.end(), { once: true });
      if (interruption.signal.aborted) supervision.end();
      return await supervision.over;
    } catch (error) {
      for (const child of children) await child.stop();
      if (interruption.signal.aborted) return 0;
      throw error;
    } finally {
      lock?.release();
      if (interruption.signal.aborted) progress.say('杏林已停止。');
    }
  },
};

/** Ends a wait at once when the person at the keyboard has had enough. */
async function whileRunning<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const stopped = Promise.withResolvers<never>();
  const abort = () => stopped.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

await main(command);
