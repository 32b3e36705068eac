/** `pnpm status`: how the publisher at work is. */
import { readFileSync } from 'node:fs';
import { type Command, CommandFault, main } from '../cli.ts';
import type { Status } from '../publisher/status.ts';
import { statusReport } from '../publisher/status-text.ts';
import { readSettings } from '../settings.ts';

/** Milliseconds within which a process on this machine answers, unless it is stuck. */
const patience = 5_000;

const command: Command = {
  name: 'status',
  summary: '说明发布程序现在的状况：在做什么、最近一次发布、排队的回执、没有采用的内容、故障。',
  options: { json: { type: 'boolean', description: '照原样输出 JSON，给程序看' } },
  notes:
    '退出码 1：停下了、正在出错、没有应答或没有在运行。监控也可以直接读 /status（见 docs/operations.md）。',
  async run({ values }) {
    const status = await ask(readSettings().paths.status);
    const { text, exitCode } = statusReport(status, new Date());
    process.stdout.write(values['json'] === true ? `${JSON.stringify(status)}\n` : `${text}\n`);
    return exitCode;
  },
};

async function ask(file: string): Promise<Status> {
  const url = doorIn(file);
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    return (await answer.json()) as Status;
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    if (cause?.code === 'ECONNREFUSED') throw notRunning();
    throw new CommandFault(
      `发布程序没有应答（${cause?.code ?? name}）。`,
      '它可能卡住了或被暂停：请看数据文件夹里的 logs/publisher.log，必要时重新启动。',
    );
  }
}

function doorIn(file: string): string {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw notRunning();
    throw error;
  }
}

function notRunning(): CommandFault {
  return new CommandFault(
    '发布程序没有在运行。读者看到的网站不受影响，但新内容不会上线。',
    '用 npm start 启动；数据文件夹不在默认位置时，请设好 XINGLIN_DATA_DIR。',
  );
}

await main(command);
