/** The resident publisher with the static server of its live tree; `start` spawns it. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type Command, CommandFault, main } from '../cli.ts';
import { openAtWork } from '../publisher/adapters/at-work.ts';
import { loadBundle } from '../publisher/adapters/bundle.ts';
import { httpCms } from '../publisher/adapters/http-cms.ts';
import { lineLog } from '../publisher/adapters/line-log.ts';
import { acquireLock } from '../publisher/adapters/lock.ts';
import { releaseLog } from '../publisher/adapters/release-log.ts';
import { openStatusDoor, type StatusDoor } from '../publisher/adapters/status-door.ts';
import { runService } from '../publisher/service.ts';
import { openRegistry } from '../publisher/static-server/registry.ts';
import { staticServer } from '../publisher/static-server/server.ts';
import { StatusBoard } from '../publisher/status-board.ts';
import { readSecrets, readSettings, root } from '../settings.ts';

const command: Command = {
  name: 'publisher',
  summary: '常驻的发布程序：内容一有更新就发布，并提供网站访问。通常由 npm start 启动。',
  async run() {
    const settings = readSettings();
    const { publisherToken } = readSecrets(settings);
    const log = lineLog(process.stdout);
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ending.abort());

    // Before the port is asked for: a second publisher is told of the first, not of its port.
    acquireLock(join(settings.paths.publisher, 'publisher.lock')).release();
    const registry = openRegistry(settings.paths.publisherState);
    const counterPort = settings.counter ? settings.counterPort.number : undefined;
    const server = staticServer({ root: settings.paths.live, registry, counterPort });
    await listen(server, settings.sitePort);
    const board = new StatusBoard();
    const { status: file, releaseLog: releases } = settings.paths;
    let door: StatusDoor | undefined;
    try {
      door = await openStatusDoor(() => board.read(), { port: settings.statusPort, file });
      const bundle = await loadBundle(root);
      const cms = httpCms({
        url: settings.cmsUrl,
        token: publisherToken,
        spool: settings.paths.publisher,
      });
      await runService({
        cms,
        log,
        board,
        released: releaseLog(releases, log),
        signal: ending.signal,
        open: () => openAtWork(settings, bundle, cms, log),
        // The parent may be gone: what is under way is finished all the same.
        tell: (message) => void (process.connected && process.send?.(message)),
      });
      return 0;
    } finally {
      door?.close();
      server.close();
      server.closeAllConnections();
      registry.close();
      if (process.connected) process.disconnect();
    }
  },
};

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandFault(
      code === 'EADDRINUSE' ? `网站端口 ${port} 被占用了。` : `网站端口 ${port} 用不了：${message}`,
      '请停掉占用它的程序，或用 XINGLIN_SITE_PORT 换一个端口。',
    );
  }
}

await main(command);
