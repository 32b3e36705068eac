/** `pnpm bench NAME`: measures, with commands that anybody can run again. */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../build/run-step.ts';
import { type Command, CommandFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';

const names = globSync('tests/bench/*.ts', { cwd: root })
  .map((file) => basename(file, '.ts'))
  .sort();

const command: Command = {
  name: 'bench',
  summary: '测量速度和内存，结果用于 docs/performance.md。',
  usage: `<${names.join('|')}> [选项]`,
  positionals: true,
  options: { runs: { type: 'string', default: '20', description: '测多少次' } },
  async run({ values, positionals }) {
    const [name] = positionals;
    if (name === undefined || !names.includes(name)) {
      throw new CommandFault(`没有名为「${name ?? ''}」的测量。`, `可用：${names.join('、')}。`, 2);
    }
    await build(root, lineProgress());
    return new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [join(root, 'tests', 'bench', `${name}.ts`), String(values['runs'])],
        {
          stdio: 'inherit',
        },
      );
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  },
};

await main(command);
