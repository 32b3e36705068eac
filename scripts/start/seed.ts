/** Fills an empty newsroom with the demo content, once; a seeding that was cut off is taken up again. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import type { Progress } from '../progress.ts';
import type { Secrets, Settings } from '../settings.ts';

/** A newsroom is empty while nothing was ever presented: its newest revision is 0. */
export async function seedIfEmpty(settings: Settings, secrets: Secrets, progress: Progress): Promise<void> {
  const unfinished = join(settings.dataDir, 'seeding-unfinished');
  if (!existsSync(unfinished) && (await newestRevision(settings, secrets)) > 0) return;
  progress.say('▸ 新的数据库：放入演示内容（XINGLIN_SEED=off 可关闭）');
  writeFileSync(unfinished, '');
  const { seed } = await import('../seed/seed.ts');
  await seed(settings, secrets, progress);
  rmSync(unfinished);
}

async function newestRevision(settings: Settings, secrets: Secrets): Promise<number> {
  const response = await fetch(`${settings.cmsUrl}/api/xinglin/feed/wait?since=0&seconds=0`, {
    headers: { authorization: `Bearer ${secrets.publisherToken}` },
  });
  if (!response.ok) {
    throw new CommandFault(
      `管理后台不认发布令牌（HTTP ${response.status}）。`,
      `请检查 ${settings.paths.secrets} 和 XINGLIN_PUBLISHER_TOKEN 是否属于这个数据文件夹。`,
    );
  }
  return ((await response.json()) as { revision: number }).revision;
}
