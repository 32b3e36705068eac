/** The clock's own edits (law 1): every 20 seconds, whatever has a moment behind it is presented anew. */
import type { Publication } from './publication.ts';
import { representDue } from './represent.ts';

const interval = 20_000;

/**
 * Ticks while the server listens; commands and tests that only load Strapi never tick. XINGLIN_SCHEDULER=off
 * leaves it to another instance.
 */
export function startScheduler(publication: Publication): void {
  if (process.env['XINGLIN_SCHEDULER'] === 'off') return;
  const { strapi } = publication;
  const { httpServer } = strapi.server;
  let running = false;
  const tick = async () => {
    if (running) return;
    running = true;
    try {
      await representDue(publication);
    } catch (error) {
      strapi.log.error(
        `the scheduler could not present what is due; it tries again in 20 s: ${String(error)}`,
      );
    } finally {
      running = false;
    }
  };
  httpServer.once('listening', () => {
    const timer = setInterval(() => void tick(), interval);
    timer.unref();
    httpServer.once('close', () => clearInterval(timer));
    void tick();
  });
}
