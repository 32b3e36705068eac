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

/** How much of the page has moved by itself since it was opened, as Core Web Vitals count it. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver(() => undefined);
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        });
      }),
  );
