/** `pnpm rollback`: back to an earlier release, pinned there; `--unpin` goes on publishing. */
import { join } from 'node:path';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import {
  actRollback,
  actRollbackPlan,
  actUnpin,
  type RollbackAnswer,
  type RollbackPlan,
  type UnpinAnswer,
} from '../publisher/acts.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { askPublisher } from '../publisher/adapters/control.ts';
import { httpCms } from '../publisher/adapters/http-cms.ts';
import { lineLog } from '../publisher/adapters/line-log.ts';
import { openWorkshop } from '../publisher/adapters/workshop.ts';
import { blameDisk } from '../publisher/faults.ts';
import { deliver } from '../publisher/outbox.ts';
import { readSecrets, readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'rollback',
  usage: '[发布序号] [选项]',
  summary: '把网站回到之前的一次发布，并固定在那里；不写序号就回到上一次。',
  positionals: true,
  options: {
    unpin: { type: 'boolean', description: '不再固定：排队的内容全部上线，之后照常发布' },
    'dry-run': { type: 'boolean', description: '只说会改动多少文件，什么也不写' },
  },
  notes:
    '固定期间新的发布排队等待，但撤稿和停诊通知照样立即生效；已撤下的内容不会因为回退而回来。\n发布程序在运行时由它来做，不必停止。',
  run: (input) =>
    rollback(input).catch((error: unknown) => {
      throw blameDisk(error);
    }),
};

async function rollback({ values, positionals }: CommandInput): Promise<number> {
  const release = releaseOf(positionals);
  const settings = readSettings();
  const door = join(settings.paths.publisher, 'control.json');
  const act = values['unpin'] === true ? 'unpin' : values['dry-run'] === true ? 'rollback-plan' : 'rollback';
  if (act === 'unpin' && (release !== undefined || values['dry-run'] === true)) {
    throw new CommandFault('--unpin 不带序号，也不能试运行。', '请单独运行 pnpm rollback --unpin。', 2);
  }
  const request = release === undefined ? {} : { release };
  const answer = (await askPublisher(door, act, request)) ?? (await alone(act, release));
  process.stdout.write(`${textOf(act, answer)}\n`);
  return 0;
}

/** Nobody is publishing here: this command takes the lock and does it. */
async function alone(act: string, release: number | undefined): Promise<unknown> {
  const settings = readSettings();
  const cms = httpCms({ url: settings.cmsUrl, token: readSecrets(settings).publisherToken });
  const log = lineLog(process.stderr);
  const workshop = await openWorkshop(settings.paths, await loadBundle(root), cms, log, settings);
  try {
    if (act === 'rollback-plan') return actRollbackPlan(workshop, release);
    const answer = act === 'unpin' ? await actUnpin(workshop) : await actRollback(workshop, release);
    await deliver(cms, workshop.state, log);
    return answer;
  } finally {
    workshop.close();
  }
}

function releaseOf(positionals: readonly string[]): number | undefined {
  const [text, ...more] = positionals;
  if (text === undefined) return undefined;
  const number = Number(text);
  if (more.length === 0 && Number.isInteger(number) && number > 0) return number;
  throw new CommandFault(
    `发布序号「${positionals.join(' ')}」不对。`,
    '请写一个正整数，用 pnpm releases 查看。',
    2,
  );
}

function textOf(act: string, answer: unknown): string {
  if (act === 'rollback-plan') {
    const { target, targetAt, files } = answer as RollbackPlan;
    return `试运行：会回到第 ${target} 次发布（${targetAt}），涉及 ${files} 个文件；什么也没有写。`;
  }
  if (act === 'unpin') {
    const { pinned, release, written, removed, milliseconds } = answer as UnpinAnswer;
    const head = pinned === undefined ? '网站没有被固定。' : `✓ 不再固定在第 ${pinned} 次发布。`;
    return `${head}现在是第 ${release} 次发布；写入 ${written} 个文件，删除 ${removed} 个（${milliseconds} 毫秒）`;
  }
  const { release, target, targetAt, written, removed, missing, milliseconds } = answer as RollbackAnswer;
  return [
    `✓ 网站已回到第 ${target} 次发布（${targetAt}），记为第 ${release} 次发布，并固定在这里（${milliseconds} 毫秒）`,
    `  写入 ${written} 个文件，删除 ${removed} 个；新的发布会排队，用 pnpm rollback --unpin 恢复`,
    ...missing.map((line) => `  · 没有找回：${line}`),
  ].join('\n');
}

await main(command);
