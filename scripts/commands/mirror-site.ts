/** `pnpm mirror-site`: brings another place that serves the site to the live tree's state. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@xinglin/shared/digest.js';
import { type Command, CommandFault, type CommandInput, main } from '../cli.ts';
import { publishedIdsFile } from '../data-paths.ts';
import { acquireLock, type Lock } from '../publisher/adapters/lock.ts';
import { ruleFiles } from '../publisher/adapters/rules-files.ts';
import { parseTarget } from '../publisher/adapters/targets/address.ts';
import { folderTarget } from '../publisher/adapters/targets/folder.ts';
import { openMemory } from '../publisher/adapters/targets/memory.ts';
import { rsyncTarget } from '../publisher/adapters/targets/rsync.ts';
import { mirrorSource } from '../publisher/adapters/targets/source.ts';
import { LockFault } from '../publisher/faults.ts';
import { mirror } from '../publisher/mirror.ts';
import { mirroredReport, mirrorPlanReport } from '../publisher/mirror-report.ts';
import type { RedirectHost } from '../publisher/rules.ts';
import type { Target } from '../publisher/targets.ts';
import { readSettings } from '../settings.ts';

const command: Command = {
  name: 'mirror-site',
  summary: '把线上的网站同步到另一个地方：文件夹，或 rsync 能到的机器。只送有改动的文件。',
  usage: '--to <文件夹|用户@主机:文件夹|rsync://…> [选项]',
  options: {
    to: { type: 'string', description: '同步到哪里' },
    rsh: { type: 'string', description: '登录目标机器用的命令，如 "ssh -p 2222"（默认 ssh）' },
    'dry-run': { type: 'boolean', description: '只说会送什么、删什么，什么也不写' },
    'verify-target': { type: 'boolean', description: '逐个核对目标上的文件，补上缺的和被改过的' },
    'remove-strangers': {
      type: 'boolean',
      description: '和 --verify-target 一起用：删掉目标上不是本站放的文件',
    },
    plain: { type: 'boolean', description: '不送预压缩的 .gz 和 .br（目标会自己压缩时用）' },
    redirects: { type: 'string', description: '附上 _redirects 文件：netlify 或 cloudflare' },
    'rules-to': {
      type: 'string',
      description: '把 nginx 和 Caddy 的转址规则、浏览计数的文章清单也送到这个位置（写法同 --to）',
    },
  },
  notes: [
    '先送新页面，再送列到它们的列表，删除放在最后；中途断掉也只有完整的旧文件或新文件，再运行一次会接着做。',
    '例：pnpm mirror-site --to www@web.example.cn:/srv/www',
  ].join('\n'),
  run: ({ values }) => run(values),
};

async function run(values: CommandInput['values']): Promise<number> {
  const to = values['to'];
  if (typeof to !== 'string') throw new CommandFault('没有说同步到哪里。', '请加上 --to，用法见 --help。', 2);
  if (values['remove-strangers'] === true && values['verify-target'] !== true) {
    throw new CommandFault(
      '--remove-strangers 要和 --verify-target 一起用。',
      '先只用 --verify-target 看看有哪些。',
      2,
    );
  }
  const redirects = redirectHost(values['redirects']);
  const target = targetAt(to, values['rsh']);
  const rules =
    typeof values['rules-to'] === 'string' ? targetAt(values['rules-to'], values['rsh']) : undefined;
  const { paths } = readSettings();
  const plain = values['plain'] === true;
  // What is remembered belongs to one target and one way of mirroring it; another way looks at what lies there.
  const all = join(paths.publisher, 'targets');
  const own = join(all, sha256(`${target.name}${plain ? ' plain' : ''}`).slice(0, 16));
  const source = mirrorSource({
    live: paths.live,
    state: paths.publisherState,
    variants: !plain,
    redirects: redirects === undefined ? undefined : { host: redirects, folder: join(own, 'extra') },
  });
  const lock = lockTarget(join(all, `${sha256(target.name).slice(0, 16)}.lock`), target.name);
  const memory = openMemory(`${own}.db`);
  try {
    const dryRun = values['dry-run'] === true;
    const mirrored = await mirror(source, target, memory, {
      dryRun,
      verify: values['verify-target'] === true,
      removeStrangers: values['remove-strangers'] === true,
    });
    if (rules !== undefined && !dryRun) await bringRules(rules, join(paths.publisher, 'rules'));
    const report = (dryRun ? mirrorPlanReport : mirroredReport)(target.name, mirrored);
    process.stdout.write(`${report.text}\n`);
    return report.exitCode;
  } finally {
    memory.close();
    lock.release();
  }
}

function targetAt(to: string, shell: CommandInput['values'][string]): Target {
  const address = parseTarget(to);
  if (address.kind === 'folder') return folderTarget(address.folder);
  return rsyncTarget({ destination: address.destination, ...(typeof shell === 'string' ? { shell } : {}) });
}

/** After the pages, which say the same to readers of a server that has not read its rules yet. */
async function bringRules(target: Target, folder: string): Promise<void> {
  const files = [...ruleFiles, publishedIdsFile].filter((file) => existsSync(join(folder, file)));
  await target.put(folder, files);
}

function redirectHost(value: CommandInput['values'][string]): RedirectHost | undefined {
  if (value === undefined || value === 'netlify' || value === 'cloudflare') return value;
  throw new CommandFault(`--redirects 的值「${String(value)}」不能用。`, '请写 netlify 或 cloudflare。', 2);
}

function lockTarget(file: string, target: string): Lock {
  try {
    return acquireLock(file);
  } catch (error) {
    if (!(error instanceof LockFault)) throw error;
    throw new LockFault(
      `另一个 mirror-site（进程 ${error.pid ?? '未知'}）正在同步到 ${target}。`,
      '请等它结束后再运行。',
      error.pid,
    );
  }
}

await main(command);
