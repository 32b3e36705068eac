/** What of a reader's choices is there before a page is painted, and whether anything moves after. */
import type { Page } from 'playwright-core';

/** The size of the text of the first element that the selector finds: `18px`. */
export const sizeOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize);

/** Notes on every later page what its root says when its body appears: nothing is painted yet. */
export const noteBeforePaint = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      const { shownSize = '', elder } = document.documentElement.dataset;
      document.documentElement.dataset['beforePaint'] =
        elder === undefined ? shownSize : `elder ${shownSize}`;
    }).observe(document, { childList: true, subtree: true });
  });

/** What `noteBeforePaint` noted: the size in figures, after `elder` where 长者模式 is on. */
export const beforePaint = (page: Page): Promise<string | null> =>
  page.locator('html').getAttribute('data-before-paint');

/** Measures on every later page how much of it moves by itself, as Core Web Vitals count it. */
export const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
      document.documentElement.dataset['shifts'] = String(sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** What `noteShifts` has measured when two more frames have been painted. */
export const shifts = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return Number(document.documentElement.dataset['shifts'] ?? 0);
  });
