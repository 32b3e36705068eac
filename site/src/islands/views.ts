/**
 * 浏览次数: tells the view counter that this page is read, once it is seen, and adds what has been read since to the
 * number that stands in `[data-views]`. Where the counter is away, or there is none, that number stays; nobody is
 * interrupted (no live region).
 */
import { viewsPath } from '@xinglin/shared/paths.js';

const shown = document.querySelector<HTMLElement>('[data-views][data-id]');
const id = shown?.dataset['id'];

async function count(): Promise<void> {
  if (!shown || !id || document.visibilityState !== 'visible') return;
  document.removeEventListener('visibilitychange', count);
  navigator.sendBeacon(viewsPath, id);
  try {
    const answer = await fetch(`${viewsPath}?ids=${id}`, { credentials: 'omit' });
    // 204: nobody counts here.
    const since = answer.status === 200 ? ((await answer.json()) as Record<string, number>)[id] : 0;
    if (since) shown.textContent = String((Number(shown.textContent) || 0) + since);
  } catch (error) {
    console.info('浏览次数暂时取不到', error);
  }
}

document.addEventListener('visibilitychange', count);
void count();
