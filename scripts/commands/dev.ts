/** `pnpm dev`: Strapi and Astro, each reloading on changes of code, over the data of the local newsroom. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from '../build/run-step.ts';
import { sharedStep } from '../build/steps.ts';
import { type Command, describeFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { readSecrets, readSettings, root, type Settings } from '../settings.ts';
import { type Child, startChild } from '../start/child.ts';
import { cmsReady, startCms } from '../start/cms.ts';
import { startPublisher } from '../start/publisher.ts';
import { type Supervised, supervise } from '../start/supervise.ts';
import { watchSources } from '../start/watch.ts';

const command: Command = {
  name: 'dev',
  summary: '开发：改了代码，Strapi 自动重新编译并重启，Astro 自动刷新；内容取自本机的数据文件夹。',
  options: { 'astro-port': { type: 'string', default: '4321', description: 'astro dev 的端口' } },
  notes: 'Strapi 的记录在 <数据文件夹>/logs/，Astro 的也在那里。设置同 pnpm start。',
  async run({ values }) {
    const settings = readSettings();
    const progress = lineProgress();
    // First the contract, which the checks before the long steps are told in.
    await build(root, progress, [sharedStep]);
    const { preflight } = await import('../start/preflight.ts');
    const lock = await preflight(settings);
    await build(root, progress);
    const secrets = readSecrets(settings);
    const part = async (start: () => Child): Promise<Supervised> => ({
      child: start(),
      restart: async () => start(),
    });

    const cms = await part(() =>
      startCms(settings, secrets, (admin) => progress.say(`管理员 ${admin.email}，密码 ${admin.password}`)),
    );
    await progress.during('启动 Strapi', () => cmsReady(cms.child, settings));
    const publisher = await part(() => startPublisher(settings, secrets, () => {}));
    const astro = await part(() => startAstro(settings, String(values['astro-port'])));
    const supervision = supervise([astro, publisher, cms], progress.say);

    const over = new AbortController();
    watchSources(root, ['cms/src', 'cms/config', 'shared/src', 'site/src'], over.signal, async () => {
      try {
        const built = await build(root, progress);
        if (built.some((name) => name !== 'bundle')) await supervision.renew(cms);
        if (built.some((name) => name === 'bundle' || name === 'shared')) await supervision.renew(publisher);
      } catch (error) {
        progress.say(`${describeFault(error)}\n▸ 还在用改动之前的版本。`);
      }
    });
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.once(event, supervision.end);
    progress.say(`Astro   http://127.0.0.1:${values['astro-port']}/\nStrapi  ${settings.cmsUrl}/admin`);
    try {
      return await supervision.over;
    } finally {
      over.abort();
      lock.release();
    }
  },
};

/** `astro dev` over the snapshot that the publisher keeps; templates reload by Vite's own means. */
function startAstro(settings: Settings, port: string): Child {
  const astro = dirname(createRequire(join(root, 'site', 'package.json')).resolve('astro/package.json'));
  return startChild({
    name: 'astro',
    args: [join(astro, 'bin', 'astro.mjs'), 'dev', '--port', port],
    cwd: join(root, 'site'),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      ASTRO_TELEMETRY_DISABLED: '1',
      XINGLIN_SNAPSHOT: settings.paths.snapshot,
    },
    logFile: join(settings.dataDir, 'logs', 'astro.log'),
  });
}

await main(command);
