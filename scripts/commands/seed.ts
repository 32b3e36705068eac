/** `pnpm seed`: puts the demo content in, or checks it. */
import { type Command, CommandFault, main } from '../cli.ts';
import { lineProgress } from '../progress.ts';
import { contractProblems } from '../seed/contract.ts';
import { ContentFault } from '../seed/front-matter.ts';
import { demoContent, seed } from '../seed/seed.ts';
import { readSecrets, readSettings, type Settings } from '../settings.ts';

const command: Command = {
  name: 'seed',
  summary: '把演示内容（虚构的云杉市第一人民医院）放进内容管理系统；可以反复运行。',
  options: { 'dry-run': { type: 'boolean', description: '只检查演示内容，不连接内容管理系统，也不画图' } },
  notes:
    '已经放进去且没有变化的不再写入，编辑部改过的保留不动。\n有日期要求的内容（停诊、节假日门诊）按运行当天（北京时间）计算。',
  async run({ values }) {
    const settings = readSettings();
    try {
      if (values['dry-run'] === true) return checkOnly(settings);
      await seed(settings, readSecrets(settings), lineProgress());
      return 0;
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error;
      throw new CommandFault(
        `演示内容有错：\n${error.message}`,
        '请修改 scripts/seed/content/ 里的对应文件。',
      );
    }
  },
};

function checkOnly(settings: Settings): number {
  const { media, documents } = demoContent(settings);
  const problems = contractProblems(documents);
  if (problems.length > 0) throw new ContentFault(problems.join('\n'));
  const counts = Object.entries(Object.groupBy(documents, ({ type }) => type));
  process.stdout.write(
    `${counts.map(([type, list]) => `${type.padEnd(14)}${list?.length ?? 0}`).join('\n')}\nmedia         ${media.length}\n✓ 演示内容没有问题。\n`,
  );
  return 0;
}

await main(command);
