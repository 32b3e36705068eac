/** A real Chromium that reaches nothing but this machine. */
import chromium from '@sparticuz/chromium';
import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';

export const phone = { width: 360, height: 740 };
export const tablet = { width: 768, height: 1024 };
export const desktop = { width: 1440, height: 900 };

/**
 * Not the arguments that the package recommends: those put everything into one process, where closing one
 * context can end all, and switch the web's security off, which a test of our pages must not.
 */
const launchArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export interface Browser extends AsyncDisposable {
  /** A page in a context of its own. Every request that leaves this machine is recorded and refused. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Requests to anywhere but loopback, data: and blob:. A test asserts that there are none. */
  readonly foreignRequests: string[];
  /** What pages logged as errors, uncaught exceptions included. */
  readonly errors: string[];
}

export async function openBrowser(): Promise<Browser> {
  const instance = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: launchArguments,
    headless: true,
  });
  const foreignRequests: string[] = [];
  const errors: string[] = [];
  return {
    foreignRequests,
    errors,
    async page(options) {
      const context = await instance.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
      await context.route(
        (url) =>
          !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) &&
          /^(?:https?|wss?):$/.test(url.protocol),
        (route) => {
          foreignRequests.push(route.request().url());
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    [Symbol.asyncDispose]: () => instance.close(),
  };
}
