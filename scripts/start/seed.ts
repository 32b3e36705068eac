/** Fills an empty newsroom with the demo content, once; a seeding that was cut off is taken up again. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CommandFault } from '../cli.ts';
import type { Progress } from '../progress.ts';
import type { Secrets, Settings } from '../settings.ts';

/** A newsroom is empty while nothing but the site settings, which every boot makes sure of, was ever presented. */
export async function seedIfEmpty(settings: Settings, secrets: Secrets, progress: Progress): Promise<void> {
  const unfinished = join(settings.dataDir, 'seeding-unfinished');
  if (!existsSync(unfinished) && !(await isEmpty(settings, secrets))) return;
  progress.say('▸ 新的数据库：放入演示内容（XINGLIN_SEED=off 可关闭）');
  writeFileSync(unfinished, '');
  const { seed } = await import('../seed/seed.ts');
  await seed(settings, secrets, progress);
  rmSync(unfinished);
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
