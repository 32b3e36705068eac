/** Starts the resident publisher, which also serves the live tree. */
import { join } from 'node:path';
import { CommandFault } from '../cli.ts';
import { root, type Secrets, type Settings } from '../settings.ts';
import { type Child, startChild } from './child.ts';
import { cmsEnvironment } from './cms-environment.ts';

export function startPublisher(
  settings: Settings,
  secrets: Secrets,
  onMessage: (message: unknown) => void,
): Child {
  const { XINGLIN_PUBLISHER_TOKEN, XINGLIN_DATA_DIR, XINGLIN_CMS_HOST, XINGLIN_CMS_PORT, XINGLIN_SITE_URL } =
    cmsEnvironment(settings, secrets);
  return startChild({
    name: 'publisher',
    args: [join(root, 'scripts', 'commands', 'publisher.ts')],
    cwd: root,
    // Least privilege: the publisher gets its own token and none of the CMS's secrets.
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NODE_ENV: 'production',
      XINGLIN_SITE_PORT: String(settings.sitePort),
      XINGLIN_COUNTER: settings.counter ? 'on' : 'off',
      XINGLIN_COUNTER_PORT: String(settings.counterPort.number),
      ...(settings.statusPort === undefined ? {} : { XINGLIN_STATUS_PORT: String(settings.statusPort) }),
      ...({
        XINGLIN_PUBLISHER_TOKEN,
        XINGLIN_DATA_DIR,
        XINGLIN_CMS_HOST,
        XINGLIN_CMS_PORT,
        XINGLIN_SITE_URL,
      } as Record<string, string>),
    },
    logFile: join(settings.dataDir, 'logs', 'publisher.log'),
    onMessage,
  });
}

/** Resolves at the first release that is live. */
export async function firstRelease(
  child: Child,
  published: Promise<void>,
  settings: Settings,
): Promise<void> {
  const how = await Promise.race([published.then(() => undefined), child.ended]);
  if (how === undefined) return;
  throw new CommandFault(
    `网站没有发布成功（${how}）。发布程序最后说的是：\n${child.lastLines(20)}`,
    `完整记录在 ${join(settings.dataDir, 'logs', 'publisher.log')}。`,
    // Another publisher was quicker: the same code as where that was seen before anything was started.
    how === '退出码 3' ? 3 : 1,
  );
}
