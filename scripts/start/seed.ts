/** Fills an empty newsroom with the demo content, once; a seeding that was cut off is taken up again. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CommandFault } from '../cli.ts';
import type { Progress } from '../progress.ts';
import { root, type Secrets, type Settings } from '../settings.ts';

/** A newsroom is empty while nothing but the site settings, which every boot makes sure of, was ever presented. */
export async function seedIfEmpty(
  settings: Settings,
  secrets: Secrets,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const unfinished = join(settings.dataDir, 'seeding-unfinished');
  if (!existsSync(unfinished) && !(await isEmpty(settings, secrets))) return;
  progress.say('▸ 新的数据库：放入演示内容（XINGLIN_SEED=off 可关闭）');
  writeFileSync(unfinished, '');
  await runSeed(signal);
  rmSync(unfinished);
}

/** In a process of its own: drawing and encoding take 300 MB that the supervisor must not keep. */
function runSeed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'commands', 'seed.ts')], {
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new CommandFault(
            '演示内容没有放完，原因见上。',
            '再运行一次 npm start 会接着放；不要演示内容时用 XINGLIN_SEED=off。',
          ),
        );
    });
  });
}

/** Reads the feed only as far as the first document that somebody wrote. */
async function isEmpty(settings: Settings, secrets: Secrets): Promise<boolean> {
  const response = await fetch(`${settings.cmsUrl}/api/xinglin/feed?since=0`, {
    headers: { authorization: `Bearer ${secrets.publisherToken}` },
  });
  if (!response.ok || response.body === null) {
    throw new CommandFault(
      `管理后台不认发布令牌（HTTP ${response.status}）。`,
      `请检查 ${settings.paths.secrets} 和 XINGLIN_PUBLISHER_TOKEN 是否属于这个数据文件夹。`,
    );
  }
  const lines = createInterface({ input: Readable.fromWeb(response.body) });
  for await (const line of lines) {
    const row = JSON.parse(line) as { kind: string; type?: string; item?: { type: string } };
    if (row.kind === 'header' || row.kind === 'trailer') continue;
    if ((row.item?.type ?? row.type) !== 'site') return false;
  }
  return true;
}
