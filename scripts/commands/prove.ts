/** `pnpm prove NAME`: lets faults happen to the real publisher, many times, and counts. */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from '../build/run-step.ts';
import { bundleStep, cmsStep, sharedStep } from '../build/steps.ts';
import { type Command, CommandFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { root } from '../settings.ts';

/** Each proof is a script in a folder of its own, named like it. */
const names = globSync('tests/faults/prove/*/prove.ts', { cwd: root })
  .map((file) => basename(join(file, '..')))
  .sort();

const command: Command = {
  name: 'prove',
  summary: '让故障真的发生很多次，证明网站照旧完好；用来验收发布程序。',
  usage: `<${names.join('|')}> [选项]`,
  positionals: true,
  options: {
    seed: { type: 'string', description: '随机种子；不给就随机取一个，并打印出来' },
    quick: { type: 'boolean', description: '次数少得多（CI 用）' },
    trials: { type: 'string', description: '做多少次' },
    mutant: { type: 'string', description: '换上故意做坏的部件，看它会不会被抓住（应当失败）' },
  },
  notes: '最后一行是「N passed, N failed」。在临时文件夹里进行，不碰这个站点的数据。',
  async run({ values, positionals }) {
    const [name] = positionals;
    if (name === undefined || !names.includes(name)) {
      throw new CommandFault(`没有名为「${name ?? ''}」的证明。`, `可用：${names.join('、')}。`, 2);
    }
    const args = Object.entries(values).map(([option, value]) =>
      value === true ? `--${option}` : `--${option}=${String(value)}`,
    );
    await build(root, lineProgress(), [sharedStep, cmsStep, bundleStep]);
    const script = join(root, 'tests', 'faults', 'prove', name, 'prove.ts');
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
  },
};

await main(command);
