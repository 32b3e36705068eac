/** `pnpm types`: TypeScript over every workspace package. */

import { build } from '../build/run-step.ts';
import { sharedStep } from '../build/steps.ts';
import { type Command, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';
import { runChecks, typeChecks } from '../testing/checks.ts';

const command: Command = {
  name: 'types',
  summary: '检查所有包的 TypeScript 类型。',
  async run() {
    await build(root, lineProgress(), [sharedStep]);
    const failed = await runChecks(root, typeChecks, (text) => process.stdout.write(`${text}\n`));
    return failed.length === 0 ? 0 : 1;
  },
};

await main(command);
