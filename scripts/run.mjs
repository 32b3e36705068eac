// Hands a verb over to the pinned Node. This file runs on the Node that a machine happens to have (20 or
// later) before anything is installed, so it imports Node built-ins only and no TypeScript.
//
//   node scripts/run.mjs <verb> [options]
//
// It installs the packages when the lockfile is not the one that was installed last, then runs
// scripts/commands/<verb>.ts with node_modules/node, forwards signals, and ends with the command's exit code.
// The child learns of this process's death by the closing of its IPC channel, whatever killed it.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = 'pnpm@12.21.0';
const runtime = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.xinglin-installed');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const verbs = readdirSync(join(root, 'scripts', 'commands'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -3))
  .sort();

const [verb, ...args] = process.argv.slice(2);

/** Bounds for the one process that faces the public (scripts/counter/memory.ts). */
const bounds = verb === 'counter' ? ['--max-old-space-size=64', '--max-semi-space-size=1'] : [];

if (verb === undefined || !verbs.includes(verb)) {
  console.error(`用法：node scripts/run.mjs <命令> [选项]\n命令：${verbs.join('、')}\n每个命令都有 --help。`);
  process.exit(verb === undefined || verb === '--help' ? 0 : 2);
}

try {
  await install();
  process.exitCode = await run(
    runtime,
    [...bounds, join(root, 'scripts', 'commands', `${verb}.ts`), ...args],
    {
      ipc: true,
    },
  );
} catch (error) {
  console.error(`\n✗ ${error.message}`);
  process.exitCode = 1;
}

/** Installs runtime and packages unless exactly this lockfile is installed already. */
async function install() {
  const wanted = fingerprint();
  if (existsSync(runtime) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`需要 Node 20 或更新的版本，这里是 ${process.version}。请先升级 Node。`);
  }
  console.error('▸ 安装运行环境和依赖（首次约 1 分钟）…');
  const output = [];
  const code = await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], { keep: output });
  if (code !== 0) throw new Error(explain(output.join('')));
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256').update(pnpm);
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

/** One sentence for what commonly goes wrong; otherwise the installer's own last words stand above it. */
function explain(output) {
  if (/ENOSPC|no space left/i.test(output)) return '安装失败：磁盘没有空间了。请腾出至少 3 GB 后重试。';
  if (/EACCES|EROFS|permission denied/i.test(output))
    return `安装失败：不能写入 ${root}。请检查这个文件夹的权限。`;
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|dns error|error sending request|network/i.test(
      output,
    )
  ) {
    return '安装失败：连不上 npm 软件源。请检查网络和代理，或用 npm config set registry <地址> 换一个可用的源，然后重试。';
  }
  return '安装失败，原因见上面的输出。修复后再运行同一条命令即可，已下载的部分不会丢。';
}

/** Runs a program to its end, forwarding signals; resolves to its exit code. */
function run(file, parameters, { ipc = false, keep } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = keep
      ? ['ignore', 'pipe', 'pipe']
      : ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])];
    const child = spawn(file, parameters, {
      cwd: keep ? root : process.cwd(),
      stdio,
      // `npm --silent` would silence the installer too, and with it the reason of its failure.
      env: keep ? { ...process.env, npm_config_loglevel: 'error' } : process.env,
      shell: process.platform === 'win32' && keep !== undefined,
    });
    for (const stream of keep ? [child.stdout, child.stderr] : []) {
      stream.on('data', (chunk) => {
        keep.push(String(chunk));
        process.stderr.write(chunk);
      });
    }
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const orphaned = watchParent(() => child.kill('SIGTERM'));
    child.once('error', (error) => reject(new Error(`不能运行 ${file}：${error.message}`)));
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      clearInterval(orphaned);
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
    });
  });
}

/**
 * npm and pnpm may be killed without passing it on, and the `sh` between them and this process lives on. So both
 * the parent and, where /proc tells it, the parent's parent are watched. Only under a package manager: a start by
 * hand under nohup is meant to outlive its shell.
 */
function watchParent(onOrphaned) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parents = ancestors();
  return setInterval(() => {
    if (ancestors() !== parents) onOrphaned();
  }, 500).unref();
}

function ancestors() {
  const parent = process.ppid;
  try {
    // The fourth field, counted after the parenthesised name, which may hold anything.
    const grandparent = readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
    return `${parent} ${grandparent}`;
  } catch {
    // No /proc (macOS), or the parent has just ended, which its number tells as well.
    return String(parent);
  }
}
