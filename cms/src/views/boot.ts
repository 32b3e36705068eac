/** The views' two moments of a boot: the routes before the database, the tables and the asking with it. */
import type { Core } from '@strapi/strapi';
import { publicationOf } from '../publication/publication.ts';
import { counterPlace } from './ask-counter.ts';
import { pullViews } from './pull.ts';
import { addViewRoutes } from './route.ts';
import { makeViewTables } from './table.ts';

/** Milliseconds between two questions to the counter. */
const interval = 20_000;

export function registerViews(strapi: Core.Strapi): void {
  addViewRoutes(strapi);
}

export async function bootViews(strapi: Core.Strapi): Promise<void> {
  await makeViewTables(strapi);
  startAsking(strapi);
}

/** While the server listens; commands and tests that only load Strapi ask nobody. */
function startAsking(strapi: Core.Strapi): void {
  const place = counterPlace();
  if (place === undefined || process.env['XINGLIN_SCHEDULER'] === 'off') return;
  const { httpServer } = strapi.server;
  let running = false;
  let failed = '';
  const ask = async () => {
    if (running) return;
    running = true;
    try {
      await pullViews(strapi, place, publicationOf(strapi).now());
      if (failed !== '') strapi.log.info('又取得到浏览次数了');
      failed = '';
    } catch (error) {
      const { message } = error as Error;
      // Told once: it is tried again and again, and loses nothing meanwhile.
      if (message !== failed) strapi.log.warn(`取不到浏览次数：${message}。会一直再试，不会少算。`);
      failed = message;
    } finally {
      running = false;
    }
  };
  httpServer.once('listening', () => {
    const timer = setInterval(() => void ask(), interval);
    timer.unref();
    httpServer.once('close', () => clearInterval(timer));
    void ask();
  });
}
