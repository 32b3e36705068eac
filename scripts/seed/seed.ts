/**
 * Puts the demo content into the newsroom through the intake. Safe to repeat: what is there unchanged stays,
 * what the office has edited since is kept.
 */
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import { intakeClient } from '../intake/client.ts';
import type { Progress } from '../progress.ts';
import type { Secrets, Settings } from '../settings.ts';
import { demoDocuments } from './content.ts';
import { shanghaiDay } from './dates.ts';
import { demoMedia } from './media-list.ts';
import { type DemoContent, send } from './send.ts';
import { describeTally, type Tally } from './tally.ts';

/**
 * Everything there is to send on a day. Pictures are drawn later, one by one.
 * @throws ContentFault where the content itself is broken.
 */
export function demoContent(settings: Settings, today = shanghaiDay(new Date())): DemoContent {
  const media = demoMedia(join(settings.dataDir, 'seed'));
  return { media, documents: demoDocuments(today, new Set(media.map(({ key }) => key))) };
}

/**
 * Sends everything.
 * @throws ContentFault where the content itself is broken, before anything is sent.
 * @throws CommandFault where the CMS cannot be reached or refuses items; each is named.
 */
export async function seed(settings: Settings, secrets: Secrets, progress: Progress): Promise<Tally> {
  const content = demoContent(settings);
  const tally = await send(intakeClient(settings.cmsUrl, secrets.intakeToken), content, progress);
  progress.say(`  ${describeTally(tally)}`);
  if (tally.problems.length > 0) {
    throw new CommandFault(
      `有 ${tally.problems.length} 条演示内容没有放进去：\n  ${tally.problems.join('\n  ')}`,
      '请按各条的说明处理，再运行一次 pnpm seed；已经放进去的不会重复。',
    );
  }
  return tally;
}
