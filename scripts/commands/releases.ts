/** `pnpm releases`: the releases with what each changed and why. */
import { type Command, CommandFault, main } from '../cli.ts';
import { readState } from '../publisher/adapters/read-state.ts';
import { everything, listReleases, releaseLines, summary } from '../publisher/explain/releases.ts';
import { readSettings } from '../settings.ts';

const command: Command = {
  name: 'releases',
  summary: '列出历次发布：何时、为什么、改动了哪些页面，以及哪一次在线上。',
  options: {
    release: { type: 'string', description: '只看这一次，列出全部页面' },
    limit: { type: 'string', description: '列出最近多少次（默认 20）' },
    json: { type: 'boolean', description: '输出 JSON，写给程序看' },
  },
  notes: '只读，发布程序运行时也可以用。回退用 pnpm rollback。',
  async run({ values }) {
    using state = readState(readSettings().paths.publisherState);
    const number = wholeNumber(values['release'], '--release');
    const limit = wholeNumber(values['limit'], '--limit') ?? 20;
    const listed = listReleases(state, { limit, ...(number !== undefined && { number }) });
    if (listed.length === 0) {
      throw new CommandFault(
        `没有第 ${number} 次发布，或它的记录已清理。`,
        '用 pnpm releases 查看还有哪些。',
      );
    }
    if (values['json'] === true) {
      process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
      return 0;
    }
    const told = number === undefined ? summary : everything;
    for (const one of listed) process.stdout.write(`${releaseLines(one, told).join('\n')}\n`);
    const pinned = state.pinned();
    if (pinned !== undefined) {
      process.stdout.write(`\n网站已固定在第 ${pinned} 次发布：新内容在排队，pnpm rollback --unpin 解除。\n`);
    }
    return 0;
  },
};

function wholeNumber(value: unknown, option: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new CommandFault(`${option} 要一个正整数，不是「${String(value)}」。`, '用 --help 查看用法。', 2);
}

await main(command);
