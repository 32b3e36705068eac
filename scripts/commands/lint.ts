/** `pnpm lint`: form, direction of imports, dead code. */
import { type Command, main } from '../cli.ts';
import { root } from '../settings.ts';
import { lintChecks, runChecks } from '../testing/checks.ts';

const command: Command = {
  name: 'lint',
  summary: '检查代码格式、引用方向和无用代码。',
  notes: '自动改格式：npx biome check --write .',
  async run() {
    const failed = await runChecks(root, lintChecks, (text) => process.stdout.write(`${text}\n`));
    return failed.length === 0 ? 0 : 1;
  },
};

await main(command);
