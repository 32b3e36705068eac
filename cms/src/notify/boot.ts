/** The notifications' three moments: settings and route before the database, the loops while the server listens, the end. */
import type { Core } from '@strapi/strapi';
import { NotifySettingsFault, readNotifySettings } from '@xinglin/shared/notify-settings.js';
import { publicationOf } from '../publication/publication.ts';
import { githubTarget } from './github-target.ts';
import { type Notifier, startNotifier } from './notifier.ts';
import { addNotifyRoute } from './status-route.ts';
import { makeNotifyTable } from './table.ts';
import type { Target } from './target.ts';
import { urlTarget } from './url-target.ts';

interface Notifications {
  targets: Target[];
  /** Milliseconds. */
  window: number;
  running?: Notifier;
}

const all = new WeakMap<Core.Strapi, Notifications>();

/** @throws Error in Chinese, naming the variable that cannot be used. */
export function registerNotify(strapi: Core.Strapi): void {
  const notifications = read();
  all.set(strapi, notifications);
  addNotifyRoute(strapi, notifications.targets);
}

/** Commands and tests that only load Strapi tell nobody. */
export async function bootNotify(strapi: Core.Strapi): Promise<void> {
  const notifications = all.get(strapi);
  if (notifications === undefined || notifications.targets.length === 0) return;
  const { targets, window } = notifications;
  await makeNotifyTable(
    strapi,
    targets.map(({ key }) => key),
  );
  strapi.server.httpServer.once('listening', () => {
    strapi.log.info(`内容上线后会通知：${targets.map(({ label }) => label).join('、')}`);
    notifications.running = startNotifier(publicationOf(strapi), { targets, window });
  });
}

/** Before the database is closed. */
export async function stopNotify(strapi: Core.Strapi): Promise<void> {
  await all.get(strapi)?.running?.stop();
}

function read(): Notifications {
  try {
    const { url, github, window } = readNotifySettings(process.env);
    const targets = [
      ...(url === undefined ? [] : [urlTarget(url)]),
      ...(github === undefined ? [] : [githubTarget(github)]),
    ];
    return { targets, window: window * 1_000 };
  } catch (error) {
    if (error instanceof NotifySettingsFault) throw new Error(`${error.message}${error.remedy}`);
    throw error;
  }
}
