/** `pnpm dev`: Strapi and Astro, each reloading on changes of code, over the data of the local newsroom. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from '../build/run-step.ts';
import { bundleStep, cmsStep, sharedStep } from '../build/steps.ts';
import { type Command, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { readSecrets, readSettings, root } from '../settings.ts';
import { startChild } from '../start/child.ts';
import { cmsReady, startCms } from '../start/cms.ts';
import { preflight } from '../start/preflight.ts';
import { startPublisher } from '../start/publisher.ts';
import { supervise } from '../start/supervise.ts';

const command: Command = {
  name: 'dev',
  summary: '开发：Strapi 与 Astro 都随代码改动自动重载，内容取自本机的数据文件夹。',
  options: { 'astro-port': { type: 'string', default: '4321', description: 'astro dev 的端口' } },
  notes: 'Strapi 的记录在 <数据文件夹>/logs/，Astro 的也在那里。设置同 pnpm start。',
  async run({ values }) {
    const settings = readSettings();
    const progress = lineProgress();
    await preflight(settings);
    await build(root, progress, [sharedStep, cmsStep, bundleStep]);
    const secrets = readSecrets(settings);

    const cms = () =>
      startCms(
        settings,
        secrets,
        (admin) => progress.say(`管理员 ${admin.email}，密码 ${admin.password}`),
        'develop',
      );
    const publisher = () => startPublisher(settings, secrets, () => {});
    const astro = () =>
      startChild({
        name: 'astro',
        args: [
          join(
            dirname(createRequire(join(root, 'site', 'package.json')).resolve('astro/package.json')),
            'bin',
            'astro.mjs',
          ),
          'dev',
          '--port',
          String(values['astro-port']),
        ],
        cwd: join(root, 'site'),
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: process.env['HOME'] ?? '',
          ASTRO_TELEMETRY_DISABLED: '1',
          XINGLIN_SNAPSHOT: settings.paths.snapshot,
        },
        logFile: join(settings.dataDir, 'logs', 'astro.log'),
      });

    const first = cms();
    await progress.during('启动 strapi develop', () => cmsReady(first, settings));
    const supervision = supervise(
      [
        { child: astro(), restart: async () => astro() },
        { child: publisher(), restart: async () => publisher() },
        { child: first, restart: async () => cms() },
      ],
      progress.say,
    );
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
      process.once(event, supervision.end);
    progress.say(`Astro  http://127.0.0.1:${values['astro-port']}/\nStrapi ${settings.cmsUrl}/admin`);
    return supervision.over;
  },
};

await main(command);
