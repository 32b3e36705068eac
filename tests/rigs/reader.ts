/** A reader with a device and a memory of their own. */
import type { Page } from 'playwright-core';
import { type Browser, phone } from './browser.ts';

export type Reader = Page & AsyncDisposable;

/** Opens a page on a phone, or as the options say. */
export async function openReader(
  browser: Browser,
  url: string,
  options: Parameters<Browser['page']>[0] = {},
): Promise<Reader> {
  const page = await browser.page({ viewport: phone, ...options });
  await page.goto(url);
  return Object.assign(page, { [Symbol.asyncDispose]: () => page.context().close() });
}

/** Presses a button by its name, the first of that name. */
export async function press(page: Page, name: string, times = 1): Promise<void> {
  for (let at = 0; at < times; at += 1) await page.getByRole('button', { name }).first().click();
}
