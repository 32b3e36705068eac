/** `pnpm build-site`: what publishing needs on a fresh clone, without the CMS. */
import { build } from '../build/run-step.ts';
import { bundleStep, sharedStep } from '../build/steps.ts';
import { type Command, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';

const command: Command = {
  name: 'build-site',
  summary: '构建发布网站要用的程序和模板（不含管理后台），给 CI 用；npm start 会自己构建。',
  async run() {
    const built = await build(root, lineProgress(), [sharedStep, bundleStep]);
    process.stdout.write(built.length === 0 ? '✓ 已是最新，没有要构建的\n' : '✓ 构建好了\n');
    return 0;
  },
};

await main(command);
