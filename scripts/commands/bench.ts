/** `pnpm bench NAME`: measures, with commands that anybody can run again. */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../build/run-step.ts';
import { allSteps, bundleStep, sharedStep } from '../build/steps.ts';
import { type Command, CommandFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';

const names = globSync('tests/bench/*.ts', { cwd: root })
  .map((file) => basename(file, '.ts'))
  .sort();

/** Those that start the CMS as well; the others need the site's templates alone. */
const wholeNewsroom: ReadonlySet<string> = new Set(['click-to-served']);

const command: Command = {
  name: 'bench',
  summary: '测量速度和内存，结果用于 docs/performance.md。',
  usage: `<${names.join('|')}> [选项]`,
  positionals: true,
  options: {
    runs: { type: 'string', description: '测多少次（默认值因测量而异）' },
    articles: { type: 'string', description: '生成多少篇新闻（peers、publish）' },
  },
  async run({ values, positionals }) {
    const [name] = positionals;
    if (name === undefined || !names.includes(name)) {
      throw new CommandFault(`没有名为「${name ?? ''}」的测量。`, `可用：${names.join('、')}。`, 2);
    }
    await build(root, lineProgress(), wholeNewsroom.has(name) ? allSteps : [sharedStep, bundleStep]);
    const given = ['runs', 'articles'].flatMap((option) =>
      values[option] === undefined ? [] : [`--${option}`, String(values[option])],
    );
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'tests', 'bench', `${name}.ts`), ...given], {
        stdio: 'inherit',
      });
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  },
};

await main(command);
