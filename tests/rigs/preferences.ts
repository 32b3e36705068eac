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
      const { dataset, style } = document.documentElement;
      const modes = ['elder', 'cursor'].filter((name) => name in dataset);
      dataset['beforePaint'] = [...modes, dataset['contrast'], style.getPropertyValue('--size')]
        .filter(Boolean)
        .join(' ');
    }).observe(document, { childList: true, subtree: true });
  });

/** What `noteBeforePaint` noted: the modes that are on, the contrast, and the size where one was chosen. */
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

/** Writes down all that a page's live regions say from now on. */
export const noteSaid = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    for (const region of document.querySelectorAll('[role="status"], [aria-live], output')) {
      new MutationObserver(() => {
        said.push(region.textContent ?? '');
        document.documentElement.dataset['heard'] = said.join('|');
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });

/** What `noteSaid` wrote down, one entry for each time. */
export const said = async (page: Page): Promise<string[]> =>
  ((await page.locator('html').getAttribute('data-heard')) ?? '').split('|').filter(Boolean);
